import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {hexRows} from '../../source/text/hex-rows.js';
import {rowWidth} from '../../source/text/segment.js';

const drawn = (text: string, width: number) => {
	const rows = hexRows(Buffer.from(text), width);
	return rows.slice(0, rows.count).map(row => row.map(part => part.text).join(''));
};

test('bytes are written as hexdump -C writes them', () => {
	assert.deepEqual(drawn('event: ping\ndata: {"é": 1}', 80), [
		'00000000  65 76 65 6e 74 3a 20 70  69 6e 67 0a 64 61 74 61  |event: ping.data|',
		'00000010  3a 20 7b 22 c3 a9 22 3a  20 31 7d                 |: {"..": 1}|',
	]);
});

test('a narrow pane has eight or four bytes a row', () => {
	assert.deepEqual(drawn('event: ping', 60), [
		'00000000  65 76 65 6e 74 3a 20 70  |event: p|',
		'00000008  69 6e 67                 |ing|',
	]);
	assert.deepEqual(drawn('event', 36), ['00000000  65 76 65 6e  |even|', '00000004  74           |t|']);
});

test('rows fit, at any place, and hold every byte once', () => {
	fc.assert(
		fc.property(
			fc.uint8Array({maxLength: 200}),
			fc.integer({min: 30, max: 120}),
			fc.nat(20),
			(bytes, width, from) => {
				const rows = hexRows(bytes, width);
				const all = rows.slice(0, rows.count);
				assert.ok(all.every(row => rowWidth(row) <= width));
				assert.deepEqual(rows.slice(from, from + 3), all.slice(from, from + 3));
				const hex = all.flatMap(row => (row[1]?.text ?? '').trim().split(/\s+/).filter(Boolean));
				assert.deepEqual(
					hex.map(byte => Number.parseInt(byte, 16)),
					[...bytes],
				);
			},
		),
	);
});
