import assert from 'node:assert/strict';
import {test} from 'node:test';
import {recogniseFormat} from '../../source/recording/recognise-format.js';
import {valid} from '../helpers/sample-bodies.js';

const json = valid
	.split('\n')
	.filter(line => line.startsWith('data: '))
	.map(line => line.slice('data: '.length));
const recording = [
	'{"type":"recording","version":1}',
	'{"type":"request","at":0,"exchange":1,"attempt":1,"method":"POST","url":"","body":null}',
];

test('a body of event and data lines is a stream, also with lines of bare JSON in it', () => {
	for (const stray of [json[0], '{"type":"end"}', '{"type":"body","data":""}', '{"log":{}}', '[1]']) {
		for (const body of [valid, `${stray}\n${valid}`, `${valid}${stray}\n`, `event: ping\n${stray}\n\n`]) {
			assert.equal(recogniseFormat(body), 'sse', body);
		}
	}
});

test('lines of JSON are events, or a recording, also with a line of a stream among them', () => {
	const stray = 'data: {}';
	for (const [lines, format] of [
		[json, 'events'],
		[recording, 'recording'],
	] as const) {
		assert.equal(recogniseFormat([...lines, stray].join('\n')), format);
		assert.equal(recogniseFormat([stray, ...lines].join('\n')), format);
	}
});

test('a line that is longer than what is looked at shows what it is by how it begins', () => {
	assert.equal(recogniseFormat('{"type":"response","at":1,"headers":{"x":"aaaa'), 'recording');
	assert.equal(recogniseFormat('{"type":"message","content":[{"text":"aaaa'), 'json');
	assert.equal(recogniseFormat('data: {"type":"message_start","message":{"id":"aaaa'), 'sse');
});

test('nothing is of no format', () => {
	for (const text of ['', '\n \n', '\uFEFF']) {
		assert.equal(recogniseFormat(text), null);
	}
});
