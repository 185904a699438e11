import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {turnStandings} from '../../source/analysis/turn-standings.js';
import {foldTrace} from '../../source/trace/fold-trace.js';
import {itemsOf} from '../../source/trace/persistent-list.js';
import {Trace} from '../../source/trace/trace.js';
import {appendExchange, type ExchangeSketch} from '../helpers/append-exchange.js';
import {arbitraryEvents} from '../helpers/arbitrary-trace.js';

const user = (content: string) => ({role: 'user', content});
const said = (...prompts: readonly string[]): ExchangeSketch => ({
	messages: prompts.flatMap((prompt, index) =>
		index === 0 ? [user(prompt)] : [{role: 'assistant', content: 'answer'}, user(prompt)],
	),
	answer: 'answer',
});

const standingsOf = (sketches: readonly ExchangeSketch[], since: number | null = null) => {
	const trace = new Trace();
	for (const sketch of sketches) {
		appendExchange(trace, sketch);
	}

	const standings = turnStandings(trace.view, since);
	return sketches.map((_, index) => {
		const {standing = 'said', opens = false} = standings.get(index + 1) ?? {};
		return opens ? `${standing}, opens` : standing;
	});
};

test('consecutive turns are all said', () => {
	assert.deepEqual(standingsOf([said('A'), said('A', 'B'), said('A', 'B', 'C')]), ['said', 'said', 'said']);
});

test('the same prompt in the same place is a retry, even after a failure or of the first turn', () => {
	assert.deepEqual(standingsOf([said('A'), said('A', 'B'), said('A', 'B')]), ['said', 'retried', 'said']);
	assert.deepEqual(standingsOf([{...said('A'), outcome: 'failed'}, said('A'), said('A')]), [
		'retried',
		'retried',
		'said',
	]);
});

test('another prompt in the same place is an edit', () => {
	assert.deepEqual(standingsOf([said('A'), said('A', 'B'), said('A', 'B2')]), ['said', 'edited', 'said']);
});

test('a failed turn that was not retried stays as it is', () => {
	assert.deepEqual(standingsOf([said('A'), {...said('A', 'B'), outcome: 'failed'}, said('A', 'C')]), [
		'said',
		'said',
		'said',
	]);
});

test('a first prompt after others opens a conversation unless it is known that nothing was cleared', () => {
	assert.deepEqual(standingsOf([said('A'), said('A', 'B'), said('C'), said('C', 'D')]), [
		'said',
		'said',
		'said, opens',
		'said',
	]);
	assert.deepEqual(standingsOf([said('A'), said('A2')]), ['said', 'said, opens']);
	assert.deepEqual(standingsOf([said('A'), said('A2')], 1), ['edited', 'said']);
	assert.deepEqual(standingsOf([said('A'), said('A2')], 2), ['said', 'said, opens']);
	assert.deepEqual(standingsOf([said('A'), said('A', 'B'), said('A')], 1), ['said', 'said', 'said, opens']);
});

test('the standings of any trace are those of its exchanges', () => {
	fc.assert(
		fc.property(arbitraryEvents, events => {
			const view = foldTrace(events);
			const numbers = [...itemsOf(view.exchanges)].map(({exchange}) => exchange);
			assert.deepEqual(
				[...turnStandings(view).keys()].filter(exchange => !numbers.includes(exchange)),
				[],
			);
		}),
	);
});
