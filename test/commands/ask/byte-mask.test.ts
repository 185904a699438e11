import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {createByteMask} from '../../../source/commands/ask/byte-mask.js';

const secret = 'sk-ant-sk-ant-secret';

/** Cuts bytes into reads at random places, and masks them. */
const masked = (bytes: Buffer, cuts: readonly number[]) => {
	let told = 0;
	const mask = createByteMask([secret, 'a"quoted"secret', 'short'], () => told++);
	const places = [0, ...cuts.map(cut => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
	const pieces = places.slice(1).map((end, index) => mask.mask(bytes.subarray(places[index], end)));
	return {output: Buffer.concat([...pieces, mask.end()]), told};
};

test('a secret is masked wherever the reads are cut, all other bytes stay, and it is told once', () => {
	fc.assert(
		fc.property(
			fc.array(fc.constantFrom(secret, 'sk-ant-', 's', 'é', '\n\n', '\u{1f980}', 'text'), {maxLength: 12}),
			fc.array(fc.nat(), {maxLength: 6}),
			(words, cuts) => {
				const text = words.join('');
				const {output, told} = masked(Buffer.from(text), cuts);
				assert.equal(output.toString(), text.replaceAll(secret, '…'));
				assert.equal(told, text.includes(secret) ? 1 : 0);
			},
		),
	);
});

test('bytes that are not UTF-8 stay as they are', () => {
	const bytes = Buffer.from([0, 0xff, 0xfe, 0x80, 0x73, 0x6b]);
	assert.deepEqual(masked(bytes, [2, 5]).output, bytes);
});

test('a secret that JSON escapes is masked, and one that is too short to be a secret is not', () => {
	const {output} = masked(Buffer.from(JSON.stringify({key: 'a"quoted"secret', word: 'short'})), []);
	assert.equal(output.toString(), '{"key":"…","word":"short"}');
});
