import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {openTurn} from '../../../source/analysis/open-calls.js';
import {rowWidth} from '../../../source/text/segment.js';
import {foldTrace} from '../../../source/trace/fold-trace.js';
import {type CallCard, callRows} from '../../../source/ui/conversation/call-rows.js';
import type {CallWork} from '../../../source/ui/conversation/call-state.js';
import {type Called, calledTools, pausedSearch} from '../../helpers/called-tools.js';

const weather = {id: 'toolu_1', name: 'weather'};
const clock = {id: 'toolu_2', name: 'clock'};

const rows = (
	events: Parameters<typeof foldTrace>[0],
	{width = 60, calls = new Map<string, CallWork>(), isFocused = true}: Partial<CallCard> = {},
): readonly string[] => {
	const turn = openTurn(foldTrace(events));
	assert.ok(turn);
	const toolRule = (name: string) =>
		name === 'weather' ? {command: './weather --now', isAlways: false} : null;
	return callRows(turn, {width, calls, isFocused, toolRule}).map(row => row.map(({text}) => text).join(''));
};

test('the card has the calls in their order, and the keys for the first', () => {
	assert.deepEqual(rows(calledTools([weather, clock])), [
		'│ ▸ weather',
		'│   r result · e error · c runs ./weather --now',
		'│ · clock',
		'│   waits',
	]);
});

test('answers that are there are shown, and the next call is marked', () => {
	const calls = new Map<string, CallWork>([
		['toolu_1', {kind: 'answered', answer: {text: 'no\nsuch place', isError: true}}],
	]);
	assert.deepEqual(rows(calledTools([weather, clock]), {calls}), [
		'│ ✗ weather',
		'│   error: no⏎such place',
		'│ ▸ clock',
		'│   r result · e error',
	]);
});

test('a command is named before it runs and while it runs', () => {
	const asking = new Map<string, CallWork>([['toolu_1', {kind: 'asking'}]]);
	const running = new Map<string, CallWork>([['toolu_1', {kind: 'running'}]]);
	assert.deepEqual(
		[asking, running].map(calls => rows(calledTools([weather]), {calls})[1]),
		['│   Run ./weather --now? Enter runs it, Esc does not.', '│   running ./weather --now … Esc stops it'],
	);
});

test('without the focus, the card says how to get there', () => {
	assert.equal(
		rows(calledTools([clock]), {isFocused: false}).at(-1),
		'│ Tab comes here; a new message leaves them unanswered.',
	);
});

test('a paused turn has a key and no calls', () => {
	assert.deepEqual(rows(pausedSearch()), ['│ c continues the turn']);
});

test('whatever a model calls and a tool answers, no row is wider than the pane or obeyed by a terminal', () => {
	const call: fc.Arbitrary<Called> = fc.record({
		id: fc.string({unit: 'binary', minLength: 1}),
		name: fc.string({unit: 'binary', maxLength: 300}),
	});
	const work: fc.Arbitrary<CallWork> = fc.oneof(
		fc.constantFrom<CallWork>({kind: 'asking'}, {kind: 'running'}),
		fc.record({
			kind: fc.constant('answered' as const),
			answer: fc.record({text: fc.string({unit: 'binary', maxLength: 400}), isError: fc.boolean()}),
		}),
	);
	fc.assert(
		fc.property(
			fc.array(fc.tuple(call, fc.option(work)), {minLength: 1, maxLength: 3}),
			fc.integer({min: 20, max: 90}),
			(calls, width) => {
				const turn = openTurn(foldTrace(calledTools(calls.map(([one]) => one))));
				assert.ok(turn);
				const works = new Map(calls.flatMap(([{id}, one]) => (one === null ? [] : [[id, one] as const])));
				const toolRule = () => ({command: '\u001B]0;gotcha\u0007 a', isAlways: false});
				for (const row of callRows(turn, {width, calls: works, isFocused: true, toolRule})) {
					assert.doesNotMatch(row.map(({text}) => text).join(''), /\p{Cc}/u);
					assert.ok(rowWidth(row) <= width);
				}
			},
		),
	);
});
