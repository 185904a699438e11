import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import stringWidth from 'string-width';
import {layoutPrompt, rowWidth} from '../../../source/ui/prompt/layout-prompt.js';
import {moveDown, moveUp} from '../../../source/ui/prompt/move-vertically.js';
import {rowsAround} from '../../../source/ui/prompt/prompt-rows.js';
import {emptyPrompt, type PromptState} from '../../../source/ui/prompt/prompt-state.js';
import {insert, paste, setText} from '../../../source/ui/prompt/type-text.js';
import {anyText} from './any-text.js';

/** A prompt with its cursor at `|`. */
function prompt(text: string): PromptState {
	const cursor = text.indexOf('|');
	return {...setText(emptyPrompt, text.replace('|', '')), cursor};
}

function seen(state: PromptState | null): string {
	assert.ok(state !== null);
	return `${state.text.slice(0, state.cursor)}|${state.text.slice(state.cursor)}`;
}

const anyPrompt = fc.tuple(anyText, fc.nat()).map(([text, at]) => {
	const state = insert(emptyPrompt, text);
	const ends = Array.from(new Intl.Segmenter().segment(state.text), ({index}) => index);
	return {...state, cursor: ends[at % Math.max(1, ends.length)] ?? 0};
});

describe('the layout of the prompt', () => {
	it('gives rows that fit, and a cursor that stands in one of them', () => {
		fc.assert(
			fc.property(
				anyPrompt,
				fc.integer({min: 2, max: 30}),
				fc.integer({min: 1, max: 8}),
				(state, width, maxRows) => {
					const {rows, cursor} = layoutPrompt(state, width, maxRows);
					assert.ok(rows.length >= 1 && rows.length <= maxRows);
					assert.ok(cursor.y >= 0 && cursor.y < rows.length);
					assert.ok(cursor.x >= 0 && cursor.x < width);
					for (const row of rows) {
						assert.ok(stringWidth(row) <= width, `${JSON.stringify(row)} in ${width}`);
						assert.doesNotMatch(row, /\p{Cc}/v);
					}
				},
			),
			{numRuns: 2000},
		);
	});

	it('loses no part of the text between its rows', () => {
		fc.assert(
			fc.property(anyPrompt, fc.integer({min: 2, max: 30}), (state, width) => {
				const {rows} = rowsAround(state, width, Number.POSITIVE_INFINITY);
				const text = rows.map(({start, end, broken}) => state.text.slice(start, end) + (broken ? '' : '\n'));
				assert.equal(text.join(''), `${state.text}\n`);
			}),
		);
	});

	it('shows a window of the same rows that it would show in all', () => {
		fc.assert(
			fc.property(
				anyPrompt,
				fc.integer({min: 2, max: 12}),
				fc.integer({min: 1, max: 4}),
				(state, width, maxRows) => {
					const all = layoutPrompt(state, width, 1000);
					const part = layoutPrompt(state, width, maxRows);
					const first = all.cursor.y - part.cursor.y;
					assert.deepEqual(part.rows, all.rows.slice(first, first + maxRows));
					assert.equal(part.cursor.x, all.cursor.x);
					assert.equal(part.scrolled.above, first > 0);
					assert.equal(part.scrolled.below, first + part.rows.length < all.rows.length);
				},
			),
		);
	});

	it('breaks at spaces, and keeps a cell for the cursor', () => {
		assert.deepEqual(layoutPrompt(prompt('the quick brown fox|'), 10, 9), {
			rows: ['the quick ', 'brown fox'],
			cursor: {x: 9, y: 1},
			scrolled: {above: false, below: false},
		});
	});

	it('breaks a word that is longer than a row, and Chinese anywhere', () => {
		assert.deepEqual(layoutPrompt(prompt('|abcdefghij'), 5, 9).rows, ['abcd', 'efgh', 'ij']);
		assert.deepEqual(layoutPrompt(prompt('|ab 漢字漢字'), 6, 9).rows, ['ab 漢', '字漢', '字']);
	});

	it('counts cells, not characters, up to the cursor', () => {
		assert.deepEqual(layoutPrompt(prompt('漢字👩‍👩‍👧‍👦e\u0301|'), 20, 9).cursor, {x: 7, y: 0});
	});

	it('moves the cursor to the next row with the space that fills a row', () => {
		assert.deepEqual(layoutPrompt(prompt('abcd|'), 5, 9).cursor, {x: 4, y: 0});
		assert.deepEqual(layoutPrompt(prompt('abcd |'), 5, 9), {
			rows: ['abcd ', ''],
			cursor: {x: 0, y: 1},
			scrolled: {above: false, below: false},
		});
	});

	it('shows what a terminal would obey, and keeps the columns right behind it', () => {
		const {rows, cursor} = layoutPrompt(prompt('\u001B[31m\tx|'), 20, 9);
		assert.deepEqual(rows, ['␛[31m⇥x']);
		assert.equal(cursor.x, 7);
	});

	it('shows a folded paste by its label, cut where there is no room', () => {
		const state = insert(paste(insert(emptyPrompt, 'see '), 'line\n'.repeat(240)), ' ok');
		assert.deepEqual(layoutPrompt(state, 40, 9).rows, ['see [paste 1: 240 lines] ok']);
		assert.deepEqual(layoutPrompt(state, 12, 9).rows, ['see ', '[paste 1: … ', 'ok']);
	});

	it('keeps the cursor in the middle of a window that is too low', () => {
		const lines = Array.from({length: 20}, (_, index) => `line ${index}`).join('\n');
		const at = (line: string) => ({...setText(emptyPrompt, lines), cursor: lines.indexOf(line)});
		assert.deepEqual(layoutPrompt(at('line 0'), 20, 4), {
			rows: ['line 0', 'line 1', 'line 2', 'line 3'],
			cursor: {x: 0, y: 0},
			scrolled: {above: false, below: true},
		});
		assert.deepEqual(layoutPrompt(at('line 10'), 20, 4), {
			rows: ['line 8', 'line 9', 'line 10', 'line 11'],
			cursor: {x: 0, y: 2},
			scrolled: {above: true, below: true},
		});
		assert.deepEqual(layoutPrompt(at('line 19'), 20, 4).cursor, {x: 0, y: 3});
	});

	it('lays out a line of a megabyte in pieces without losing any of it', () => {
		for (const unit of ['word ', '漢', 'e\u0301x', '🇫🇷ab']) {
			const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
			const state = {...emptyPrompt, text, cursor: unit.length * 60_000};
			const {rows, index} = rowsAround(state, 80, 20);
			assert.equal(
				rows.slice(1).every((row, at) => row.start === rows[at]?.end),
				true,
			);
			assert.equal(
				rows.every(row => rowWidth(state, row, 80) <= 80),
				true,
			);
			assert.ok(rows.length < 1000);
			const row = rows[index];
			assert.ok(row !== undefined && row.start <= state.cursor && state.cursor < row.end);
		}
	});
});

describe('Up and Down', () => {
	it('keep the column over shorter rows and wide characters', () => {
		const down = moveDown(prompt('abcdef|\nab\n漢字漢字'), 20);
		assert.equal(seen(down), 'abcdef\nab|\n漢字漢字');
		assert.ok(down !== null);
		const further = moveDown(down, 20);
		assert.equal(seen(further), 'abcdef\nab\n漢字漢|字');
		assert.ok(further !== null);
		assert.equal(seen(moveUp(further, 20)), 'abcdef\nab|\n漢字漢字');
	});

	it('go by rows, not by lines', () => {
		assert.equal(seen(moveUp(prompt('the quick brown| fox'), 10)), 'the q|uick brown fox');
		assert.equal(seen(moveDown(prompt('the quick| brown fox'), 10)), 'the quick brown fox|');
	});

	it('stay in the row above where its end is the next row’s start', () => {
		assert.equal(seen(moveUp(prompt('abcdefgh|'), 5)), 'abc|defgh');
	});

	it('have nowhere to go from the first and the last row', () => {
		assert.equal(moveUp(prompt('one|'), 20), null);
		assert.equal(moveDown(prompt('one|'), 20), null);
	});

	it('move by exactly one row as laid out, at any width', () => {
		fc.assert(
			fc.property(anyPrompt, fc.integer({min: 2, max: 20}), (state, width) => {
				const {y} = layoutPrompt(state, width, 1000).cursor;
				const up = moveUp(state, width);
				const down = moveDown(state, width);
				assert.equal(up === null ? 0 : layoutPrompt(up, width, 1000).cursor.y + 1, y);
				if (down !== null) {
					assert.equal(layoutPrompt(down, width, 1000).cursor.y, y + 1);
				}
			}),
		);
	});
});
