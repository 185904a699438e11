import assert from 'node:assert/strict';
import {test} from 'node:test';
import zlib from 'node:zlib';
import {openTraceSource} from '../../../source/recording/open-trace-source.js';
import {parseSse} from '../../../source/wire/parse-sse.js';
import {valid} from '../../helpers/sample-bodies.js';
import {phasesOf, sseOf} from '../../helpers/trace-source-parts.js';

const namesIn = (text: string) => parseSse(text).map(({event}) => event);
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const compressed = {
	gzip: zlib.gzipSync(valid),
	deflate: zlib.deflateSync(valid),
	zstd: zlib.zstdCompressSync(valid),
	br: zlib.brotliCompressSync(valid),
};

for (const [name, bytes] of Object.entries(compressed)) {
	test(`a body in ${name} is read as if it were not compressed`, async () => {
		const source = await openTraceSource([bytes], {keepsBody: true});
		assert.deepEqual([source.format, source.layers, source.body], ['sse', [name], valid]);
		assert.deepEqual(phasesOf(source), ['complete']);
	});

	test(`a body in ${name} that is cut off is an incomplete capture`, async () => {
		const source = await openTraceSource([bytes.subarray(0, bytes.length - 12)]);
		assert.match(source.loss ?? source.refusal ?? '', new RegExp(`^It is compressed with ${name}, and `));
	});
}

test('compression inside compression is taken off, but not for ever', async () => {
	assert.deepEqual((await openTraceSource([zlib.gzipSync(compressed.gzip)])).layers, ['gzip', 'gzip']);
	let bytes: Buffer = Buffer.from(valid);
	for (let layer = 0; layer < 5; layer++) {
		bytes = zlib.gzipSync(bytes);
	}

	assert.notEqual((await openTraceSource([bytes])).refusal, null);
});

test('UTF-16 is read with a byte order mark and without one, whatever the size of the pieces', async () => {
	const big = utf16(valid);
	big.swap16();
	for (const bytes of [utf16(`\uFEFF${valid}`), utf16(valid), big]) {
		for (const size of [1, 7, 4096]) {
			const pieces = Array.from({length: Math.ceil(bytes.length / size)}, (_, index) =>
				bytes.subarray(index * size, (index + 1) * size),
			);
			const source = await openTraceSource(pieces, {keepsBody: true});
			assert.deepEqual([source.layers.length, source.body], [1, valid]);
			assert.deepEqual(
				sseOf(source).map(({event}) => event),
				namesIn(valid),
			);
		}
	}
});

test('deflate without its header is found by trying', async () => {
	assert.deepEqual((await openTraceSource([zlib.deflateRawSync(valid)])).layers, ['deflate']);
});

test('text that begins like deflate is text', async () => {
	const source = await openTraceSource([Buffer.from(`x^: a field that no parser knows\n${valid}`)]);
	assert.deepEqual([source.layers, source.format], [[], 'sse']);
});
