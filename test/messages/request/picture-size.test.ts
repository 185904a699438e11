import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {pictureSize} from '../../../source/messages/request/picture-size.js';
import {png} from '../../helpers/sample-files.js';

const hex = (text: string) => Buffer.from(text.replaceAll(/\s/g, ''), 'hex');

const pictures: ReadonlyArray<readonly [kind: string, bytes: Buffer, width: number, height: number]> = [
	['PNG', png(640, 480), 640, 480],
	['GIF', hex('474946383961 8002 e001 00 00 00'), 640, 480],
	['JPEG', hex('ffd8 ffe0 0004 0000 ff ffc0 000b 08 01e0 0280 01 011100'), 640, 480],
	['JPEG with Huffman tables first', hex('ffd8 ffc4 0003 00 ffc2 000b 08 01e0 0280 01 011100'), 640, 480],
	['lossy WebP', hex('52494646 00000000 57454250 56503820 00000000 000000 9d012a 8002 e001'), 640, 480],
	['lossless WebP', hex('52494646 00000000 57454250 5650384c 00000000 2f 7fc27700'), 640, 480],
	['extended WebP', hex('52494646 00000000 57454250 56503858 0a000000 00000000 7f0200 df0100'), 640, 480],
];

for (const [kind, bytes, width, height] of pictures) {
	test(`the size of a picture is read: ${kind}`, () => {
		assert.deepEqual(pictureSize(bytes), {width, height});
	});

	test(`a picture that ends inside its header has no size: ${kind}`, () => {
		assert.equal(pictureSize(bytes.subarray(0, 9)), null);
	});
}

test('any bytes have a size or none, and never fail', () => {
	const beginnings = pictures.map(([, bytes]) => bytes.subarray(0, 16));
	fc.assert(
		fc.property(fc.constantFrom(...beginnings), fc.uint8Array({maxLength: 200}), (beginning, rest) => {
			const size = pictureSize(Buffer.concat([beginning, rest]));
			assert.ok(size === null || (size.width >= 0 && size.height >= 0));
		}),
	);
	assert.equal(pictureSize(new Uint8Array()), null);
});
