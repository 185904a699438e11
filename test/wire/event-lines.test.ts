import assert from 'node:assert/strict';
import {test} from 'node:test';
import {eventLines} from '../../source/wire/event-lines.js';
import {parseSse} from '../../source/wire/parse-sse.js';
import {streamFixtures} from '../helpers/stream-fixtures.js';

const body =
	': hello\nevent: a\ndata: 1\n\n\n\nevent: bare\n\nretry: 1\nid: 2\n\ndata: 2\ndata: 3\n\nevent: cut\ndata: 4';

test('each event begins at its first line, also one without data and one that was cut off', () => {
	assert.equal(parseSse(body).length, 4);
	assert.deepEqual(eventLines(body), [1, 7, 12, 15]);
});

test('every kind of line end counts once', () => {
	for (const end of ['\n', '\r\n', '\r']) {
		assert.deepEqual(eventLines(body.replaceAll('\n', end)), [1, 7, 12, 15], JSON.stringify(end));
	}
});

for (const {name, body: fixture} of streamFixtures) {
	test(`${name} has a line for each of its events, and the line is a field or a comment`, () => {
		const lines = fixture.split(/\r\n|\n|\r/);
		const found = eventLines(fixture);
		assert.equal(found.length, parseSse(fixture).length);
		for (const line of found) {
			assert.match(lines[line - 1] ?? '', /^(?:\uFEFF)?(?:event|data|id|retry|:)/);
		}
	});
}
