import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {bigText} from '../../../source/text/drawings/big-text.js';

const drawn = (text: string, width: number, height: number) =>
	bigText(text, {width, height}).rows.map(row => row.trimEnd());

/** The height of the letters. An empty row separates two lines of them. */
const lineHeight = (rows: readonly string[]): number => (rows.includes('') ? rows.indexOf('') : rows.length);

describe('big text', () => {
	it('draws a name in half blocks if a cell must hold two pixels', () => {
		assert.deepEqual(drawn('ping', 30, 3), ['█▀█ █ █▄ █ █▀▀', '█▀▀ █ █ ▀█ █ █', '▀   ▀ ▀  ▀ ▀▀▀']);
	});

	it('draws each pixel in two cells if there is room, and larger if there is more', () => {
		assert.deepEqual(drawn('ti', 30, 5), [
			'██████  ██',
			'  ██    ██',
			'  ██    ██',
			'  ██    ██',
			'  ██    ██',
		]);
		assert.deepEqual(drawn('i', 30, 10), Array(10).fill('████'));
	});

	it('breaks a long name at an underscore, preferably a late one', () => {
		assert.deepEqual(drawn('content_block_delta', 60, 7), [
			'█▀▀ █▀█ █▄ █ ▀█▀ █▀▀ █▄ █ ▀█▀     █▀▄ █   █▀█ █▀▀ █ █',
			'█   █ █ █ ▀█  █  █▀  █ ▀█  █      █▀▄ █   █ █ █   █▀▄',
			'▀▀▀ ▀▀▀ ▀  ▀  ▀  ▀▀▀ ▀  ▀  ▀  ▀▀▀ ▀▀  ▀▀▀ ▀▀▀ ▀▀▀ ▀ ▀',
			'',
			'█▀▄ █▀▀ █   ▀█▀ █▀█',
			'█ █ █▀  █    █  █▀█',
			'▀▀  ▀▀▀ ▀▀▀  ▀  ▀ ▀',
		]);
		assert.match(drawn('content_block_delta', 45, 7)[4] ?? '', /^█▀▄ █ {3}█▀█ █▀▀/);
	});

	it('returns a name unchanged if it does not fit or has characters without a shape', () => {
		for (const [text, width] of [
			['content_block_delta', 40],
			['événement', 200],
			['data: [DONE]', 200],
		] as const) {
			assert.deepEqual(bigText(text, {width, height: 7}), {rows: [text], isDrawn: false});
		}
	});

	it('never exceeds its room, and is never smaller than in less room', () => {
		const name = fc.string({
			unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789_ ·'),
			minLength: 1,
			maxLength: 24,
		});
		fc.assert(
			fc.property(
				name,
				fc.integer({min: 1, max: 220}),
				fc.integer({min: 1, max: 30}),
				(text, width, height) => {
					const {rows, isDrawn} = bigText(text, {width, height});
					if (!isDrawn) {
						assert.deepEqual(rows, [text]);
						return;
					}

					assert.ok(rows.length <= height);
					assert.ok(rows.every(row => row.length <= width && /^[█▀▄ ]*$/.test(row)));
					const smaller = bigText(text, {width: width - 1, height});
					assert.ok(!smaller.isDrawn || lineHeight(smaller.rows) <= lineHeight(rows));
				},
			),
		);
	});
});
