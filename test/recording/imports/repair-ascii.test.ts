import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {repairJson, repairStream} from '../../../source/recording/imports/repair-ascii.js';

const ascii = fc.string({
	unit: fc.constantFrom(...'ab.}{":,\\ ', 'data: ', 'event: ', '..event: x.data: {}'),
	maxLength: 12,
});

test('puts every line feed of an event stream back where a dot stands for it', () => {
	const event = fc.record({type: fc.constantFrom('ping', 'content_block_delta'), text: ascii});
	fc.assert(
		fc.property(fc.array(event), events => {
			const text = events.map(data => `event: ${data.type}\ndata: ${JSON.stringify(data)}\n\n`).join('');
			assert.equal(repairStream(text.replaceAll('\n', '.')), text);
		}),
	);
});

test('copes with fields, comments and data that is no JSON', () => {
	const text = ': hello\n\nretry: 300\nid: 7\nevent: a\ndata: [DONE]\n\ndata: not json\ndata: at all\n\n';
	assert.equal(repairStream(text.replaceAll('\n', '.')), text);
	assert.equal(repairStream('event: message_sto'), 'event: message_sto');
	assert.equal(repairStream(''), '');
});

test('puts blanks where line feeds stood in JSON, and leaves strings and numbers alone', () => {
	const text = '{.  "a": 1.5,.  "b": "x. \\".",.  "c": [.1.].}.';
	assert.deepEqual(JSON.parse(repairJson(text)), {a: 1.5, b: 'x. ".', c: [1]});
});
