import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {createDechunker} from '../../../source/recording/imports/dechunk.js';

test('takes the frames off, wherever frames and pieces end', () => {
	const frames = fc.array(fc.string({minLength: 1, maxLength: 40}), {minLength: 1});
	fc.assert(
		fc.property(frames, fc.integer({min: 7, max: 50}), (parts, size) => {
			const framed = `${parts.map(part => `${part.length.toString(16)}\r\n${part}\r\n`).join('')}0\r\n\r\n`;
			const dechunk = createDechunker();
			let whole = '';
			for (let start = 0; start < framed.length; start += size) {
				whole += dechunk(framed.slice(start, start + size));
			}

			assert.equal(whole, parts.join(''));
		}),
	);
});

test('hands on a body that has no frames', () => {
	const dechunk = createDechunker();
	assert.equal(dechunk('event: ping\n'), 'event: ping\n');
	assert.equal(dechunk('a\r\nb'), 'a\r\nb');
});
