import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {rawRows} from '../../../source/text/json-tree/raw-rows.js';
import {textWidth} from '../../../source/text/text-width.js';

function texts(rows: ReturnType<typeof rawRows>): readonly string[] {
	return rows.slice(0, rows.count).map(row => row.map(({text}) => text).join(''));
}

describe('rawRows', () => {
	it('shows an unparsed text line by line, cut at the edge if it is too long', () => {
		assert.deepEqual(texts(rawRows('{"type": "ping"}\n\n[DONE]', 10)), [
			'{"type": "',
			'ping"}',
			'',
			'[DONE]',
		]);
		assert.deepEqual(texts(rawRows('data: {"type":"message_stop"}', 16)), [
			'data: {"type":"m',
			'essage_stop"}',
		]);
		assert.deepEqual(texts(rawRows('data: 猫猫猫 meow', 9)), ['data: 猫', '猫猫 meow']);
	});

	it('makes a row for an empty text', () => {
		assert.deepEqual(texts(rawRows('', 10)), ['']);
	});

	it('shows escape sequences and never obeys them', () => {
		assert.deepEqual(texts(rawRows('\u001b]0;title\u0007', 40)), ['␛]0;title␇']);
	});

	it('returns only the rows of a window', () => {
		const rows = rawRows('a\nb\nc\nd', 10);
		assert.deepEqual(rows.slice(1, 3), [[{text: 'b'}], [{text: 'c'}]]);
		assert.deepEqual(rows.slice(-5, 1), [[{text: 'a'}]]);
	});

	it('never exceeds the width', () => {
		fc.assert(
			fc.property(
				fc.string({unit: 'binary', maxLength: 200}),
				fc.integer({min: 1, max: 40}),
				(text, width) => {
					assert.ok(texts(rawRows(text, width)).every(row => textWidth(row) <= width));
				},
			),
		);
	});
});
