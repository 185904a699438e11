import assert from 'node:assert/strict';
import {test} from 'node:test';
import {limitedImporter} from '../../../source/recording/imports/limited-importer.js';

/** Feeds the pieces to an importer with a limit of 10 characters. */
function fed(piece: 'text' | 'event', pieces: readonly string[]) {
	let text = '';
	const importer = limitedImporter(
		{
			feed(some) {
				text += some;
			},
			end: () => ({events: [], pacing: 'synthetic', skipped: [], notes: ['A note.']}),
		},
		piece,
		10,
	);
	for (const some of pieces) {
		importer.feed(some);
	}

	return {text, notes: importer.end().notes};
}

test('a text up to the limit is read whole, and nothing is said', () => {
	assert.deepEqual(fed('text', ['12345', '67890']), {text: '1234567890', notes: ['A note.']});
});

test('a longer text is read up to the limit, and the rest is said to be missing', () => {
	assert.deepEqual(fed('text', ['12345\n\n', '6789', '0', 'a']), {
		text: '12345\n\n',
		notes: [
			'A note.',
			'It holds more than 10 characters, which is too much to read: only its beginning was read.',
		],
	});
});

for (const blank of ['\n\n', '\n\r\n']) {
	test(`a stream may be longer than the limit, as long as ${JSON.stringify(blank)} ends its events`, () => {
		const pieces = ['123', `4567${blank}`, '12345', `678${blank}1234`, `5${blank}`, '12345'];
		assert.deepEqual(fed('event', pieces), {text: pieces.join(''), notes: ['A note.']});
	});
}

test('an event that is longer than the limit ends the reading, and what comes before is kept', () => {
	assert.deepEqual(fed('event', ['123\n\n', '4567', '8901234', `5678\n\n1\n\n`]), {
		text: '123\n\n4567',
		notes: [
			'A note.',
			'An event of it has more than 10 characters, which is too much to read: only what comes before was read.',
		],
	});
});
