import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import {describe, test} from 'node:test';
import fc from 'fast-check';
import {createEventSplitter} from '../../../source/client/proxy/event-splitter.js';
import {parseSse} from '../../../source/wire/parse-sse.js';

function split(body: Buffer, size: number, kind: 'sse' | 'lines' = 'sse') {
	const blocks: Array<{readonly text: string; readonly isWhole: boolean}> = [];
	const splitter = createEventSplitter(kind, (block, isWhole) =>
		blocks.push({text: Buffer.from(block).toString('latin1'), isWhole}),
	);
	for (let start = 0; start < body.length; start += size) {
		splitter.write(body.subarray(start, start + size));
	}

	splitter.end();
	return blocks;
}

describe('a body', () => {
	test('is cut behind each blank line, whatever ends its lines and its reads', () => {
		for (const end of ['\n', '\r\n', '\r']) {
			const events = [`event: a${end}data: 1${end}${end}`, `data: 2${end}${end}`, `: note${end}${end}`];
			const body = Buffer.from(`${events.join('')}data: half`);
			for (const size of [2, 3, 7, body.length]) {
				const blocks = split(body, size);
				assert.equal(blocks.map(({text}) => text).join(''), body.toString());
				assert.deepEqual(
					blocks.filter(({isWhole}) => isWhole).flatMap(({text}) => parseSse(text)),
					parseSse(events[0] ?? '').concat(parseSse(events[1] ?? ''), parseSse(events[2] ?? '')),
					JSON.stringify([end, size]),
				);
				assert.deepEqual(blocks.at(-1), {text: 'data: half', isWhole: false});
			}
		}
	});

	test('of lines is cut behind each line', () => {
		assert.deepEqual(
			split(Buffer.from('{"a":1}\r\n{"b":"\r"}\n{"c'), 4, 'lines').map(({text}) => text),
			['{"a":1}\r\n', '{"b":"\r"}\n', '{"c'],
		);
	});

	test('of any bytes loses none and keeps their order', () => {
		const bytes = fc.array(fc.constantFrom(0x0a, 0x0d, 0x3a, 0x64, 0xff), {maxLength: 60});
		fc.assert(
			fc.property(bytes, fc.integer({min: 1, max: 9}), (values, size) => {
				const body = Buffer.from(values);
				assert.equal(
					split(body, size)
						.map(({text}) => text)
						.join(''),
					body.toString('latin1'),
				);
			}),
		);
	});
});
