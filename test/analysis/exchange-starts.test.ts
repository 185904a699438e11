import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {LogIndex} from '../../source/analysis/log-index.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';
import {filterOf} from '../helpers/filter-of.js';

/** Events of some exchanges, which may overlap. */
const traces = fc.array(fc.integer({min: 1, max: 4}), {minLength: 1, maxLength: 40}).map(exchanges =>
	exchanges.map(
		(exchange, at): TraceEvent => ({
			...{type: 'sse', at, exchange, attempt: 1, chunk: 1},
			event: 'content_block_delta',
			data: `{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"${at % 3}"}}`,
		}),
	),
);

type Line = {readonly first: number; readonly last: number; readonly separates: number | undefined};

/** The lines as they are defined: each row, and before the first row of each exchange but the first, a separator. */
const slowly = (index: LogIndex, events: readonly TraceEvent[], length: number): readonly Line[] => {
	const seen = new Set<number>();
	return Array.from({length: index.count(length)}, (_, number) => index.rowAt(number, length)).flatMap(
		row => {
			assert.ok(row);
			const {first, last} = row;
			const exchange = events[first]?.exchange ?? 0;
			const isNew = seen.size > 0 && !seen.has(exchange);
			seen.add(exchange);
			return [
				...(isNew ? [{first, last: first, separates: exchange}] : []),
				{first, last, separates: undefined},
			];
		},
	);
};

test('a separator stands before each exchange but the first, whatever is filtered and folded, in every prefix', () => {
	fc.assert(
		fc.property(traces, fc.boolean(), fc.boolean(), fc.nat(40), (events, isFolded, isFiltered, prefix) => {
			const index = new LogIndex({passing: isFiltered ? filterOf('text:1') : null, isFolded});
			for (let length = 1; length <= events.length; length += 3) {
				index.extend(events.slice(0, length));
			}

			index.extend(events);
			const length = Math.min(prefix, events.length);
			const expected = slowly(index, events, length);
			const lines = Array.from({length: index.lineCount(length)}, (_, line) => {
				const found = index.lineAt(line, length);
				assert.ok(found);
				return {first: found.first, last: found.last, separates: found.separates};
			});
			assert.deepEqual(lines, expected);
			assert.equal(index.lineAt(lines.length, length), undefined);
			for (const [line, {first, separates}] of expected.entries()) {
				if (separates === undefined) {
					assert.equal(index.lineOf(first), line);
				}
			}
		}),
	);
});

test('a line is found by a few steps, however many exchanges there are', () => {
	const events = Array.from(
		{length: 100_000},
		(_, at): TraceEvent => ({
			type: 'end',
			at,
			exchange: at + 1,
			outcome: 'complete',
			error: null,
			message: null,
		}),
	);
	const index = new LogIndex({passing: null, isFolded: false});
	index.extend(events);
	assert.equal(index.lineCount(events.length), 199_999);
	assert.deepEqual(index.lineAt(199_998), {first: 99_999, last: 99_999, length: 0});
	assert.equal(index.lineAt(199_997)?.separates, 100_000);
	assert.equal(index.lineOf(99_999), 199_998);
});
