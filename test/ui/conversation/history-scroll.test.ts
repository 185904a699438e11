import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {
	type HistoryPlace,
	type HistoryScroll,
	historyWindow,
	scrollHistory,
	scrollToTurn,
} from '../../../source/ui/conversation/history-scroll.js';

/** Every line of the conversation, in order. */
const allLines = (counts: readonly number[]): readonly HistoryPlace[] =>
	counts.flatMap((count, turn) => Array.from({length: count}, (_, line) => ({turn, line})));

const linesIn = (counts: readonly number[]) => (turn: number) => counts[turn] ?? 0;

const turnCounts = fc.array(fc.integer({min: 1, max: 9}), {maxLength: 12});
const someTurns = fc.array(fc.integer({min: 1, max: 9}), {minLength: 1, maxLength: 12});
const heights = fc.integer({min: 1, max: 15});
const steps = fc.array(
	fc.oneof(
		fc.record({lines: fc.integer({min: -20, max: 20})}),
		fc.record({turn: fc.integer({min: 0, max: 12})}),
	),
	{maxLength: 20},
);
type Steps = typeof steps extends fc.Arbitrary<infer T> ? T : never;

/** The same steps on the flat list of all lines: the index of the line at the top of the window. */
const playFlat = (counts: readonly number[], height: number, taken: Steps): number => {
	const all = allLines(counts);
	const last = Math.max(0, all.length - height);
	let top = last;
	for (const step of taken) {
		if ('lines' in step) {
			top = Math.max(0, Math.min(last, top + step.lines));
		} else {
			const start = all.findIndex(place => place.turn === step.turn);
			top = start === -1 ? last : Math.min(last, start);
		}
	}

	return top;
};

const play = (counts: readonly number[], height: number, taken: Steps): HistoryScroll => {
	let scroll: HistoryScroll = 'tail';
	for (const step of taken) {
		scroll =
			'lines' in step
				? scrollHistory(scroll, step.lines, counts.length, height, linesIn(counts))
				: scrollToTurn(step.turn, counts.length, height, linesIn(counts));
	}

	return scroll;
};

test('the window is that of a flat list of all lines, wherever one has scrolled to', () => {
	fc.assert(
		fc.property(turnCounts, heights, steps, (counts, height, taken) => {
			const scroll = play(counts, height, taken);
			const top = playFlat(counts, height, taken);
			assert.deepEqual(
				historyWindow(scroll, counts.length, height, linesIn(counts)),
				allLines(counts).slice(top, top + height),
			);
		}),
	);
});

test('at the last line it follows the tail again', () => {
	fc.assert(
		fc.property(turnCounts, heights, steps, (counts, height, taken) => {
			const last = Math.max(0, allLines(counts).length - height);
			assert.equal(play(counts, height, taken) === 'tail', playFlat(counts, height, taken) === last);
		}),
	);
});

test('while it follows, the newest line is in sight, however the last turn grows', () => {
	fc.assert(
		fc.property(someTurns, heights, fc.nat(20), (counts, height, more) => {
			const grown = counts.with(-1, (counts.at(-1) ?? 0) + more);
			const window = historyWindow('tail', grown.length, height, linesIn(grown));
			assert.deepEqual(window.at(-1), allLines(grown).at(-1));
		}),
	);
});

test('what is in sight stays where it is while the answer below it grows', () => {
	fc.assert(
		fc.property(someTurns, heights, steps, fc.nat(20), (counts, height, taken, more) => {
			const scroll = play(counts, height, taken);
			if (scroll !== 'tail') {
				const grown = [...counts.with(-1, (counts.at(-1) ?? 0) + more), 5];
				const before = historyWindow(scroll, counts.length, height, linesIn(counts));
				assert.deepEqual(historyWindow(scroll, grown.length, height, linesIn(grown)), before);
			}
		}),
	);
});

test('only the turns near the window are laid out', () => {
	const asked = new Set<number>();
	const linesOf = (turn: number) => {
		asked.add(turn);
		return 4;
	};

	historyWindow('tail', 1000, 10, linesOf);
	historyWindow({turn: 500, line: 2}, 1000, 10, linesOf);
	scrollHistory({turn: 500, line: 2}, -3, 1000, 10, linesOf);
	assert.deepEqual(
		[...asked].sort((a, b) => a - b),
		[499, 500, 501, 502, 503, 997, 998, 999].filter(turn => asked.has(turn)),
	);
	assert.ok(asked.size <= 8);
});

test('an empty conversation has nothing in sight and stays at its tail', () => {
	assert.deepEqual(
		historyWindow('tail', 0, 5, () => 0),
		[],
	);
	assert.equal(
		scrollHistory('tail', -3, 0, 5, () => 0),
		'tail',
	);
	assert.equal(
		scrollToTurn(0, 0, 5, () => 0),
		'tail',
	);
});
