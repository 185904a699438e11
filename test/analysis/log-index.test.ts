import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {summarize} from '../../source/analysis/event-summary.js';
import {eventsAlone} from '../../source/analysis/filter/filter-context.js';
import {filterTest} from '../../source/analysis/filter/match-filter.js';
import {everything, type LogFilter, LogIndex, type LogRow} from '../../source/analysis/log-index.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';
import {parseJson} from '../../source/wire/json.js';
import {arbitraryEvents} from '../helpers/arbitrary-trace.js';
import {filterOf} from '../helpers/filter-of.js';
import {complete, tracedStream} from '../helpers/traced-stream.js';
import {surprisingStream} from '../helpers/valid-stream.js';

const traces = fc.oneof(
	arbitraryEvents,
	surprisingStream.map(payloads => [...tracedStream(payloads), complete(9999)] as const),
);

const passing = [
	'type:content_block_delta,ping',
	'type:end | text',
	'a !type:request',
	'block:0 TEXT',
	'bytes>40',
	'/m.s+/',
];

const filters: fc.Arbitrary<LogFilter> = fc.record({
	passing: fc.option(fc.constantFrom(...passing).map(filterOf)),
	isFolded: fc.boolean(),
});

const payloadOf = (event: TraceEvent) =>
	event.type === 'sse'
		? (parseJson(event.data) as {index?: unknown; delta?: {type?: unknown}} | undefined)
		: undefined;

/** What two deltas must have in common to share a row. */
const runOf = (event: TraceEvent | undefined): string | null => {
	const payload = event && payloadOf(event);
	return event?.type === 'sse' &&
		event.event === 'content_block_delta' &&
		summarize(event).kind === 'content_block_delta'
		? JSON.stringify([event.exchange, payload?.index, payload?.delta?.type])
		: null;
};

/** The first and last positions of each row, found by linear search. */
const naiveRows = (
	events: readonly TraceEvent[],
	filter: LogFilter,
): ReadonlyArray<readonly [number, number]> => {
	const test = filter.passing === null ? () => true : filterTest(filter.passing, eventsAlone(events));
	const rows: Array<[number, number]> = [];
	for (const [position, event] of events.entries()) {
		const row = rows.at(-1);
		const isRun = filter.isFolded && runOf(event) !== null && runOf(event) === runOf(events[position - 1]);
		if (!test(position)) {
			continue;
		}

		if (row !== undefined && isRun && row[1] === position - 1) {
			row[1] = position;
		} else {
			rows.push([position, position]);
		}
	}

	return rows;
};

const rowsOf = (index: LogIndex, length: number): readonly LogRow[] =>
	Array.from({length: index.count(length)}, (_, row) => {
		const found = index.rowAt(row);
		assert.ok(found);
		return found;
	});

const validStreams = surprisingStream.map(payloads => [...tracedStream(payloads), complete(9999)]);

test('the rows are the same as from a linear search', () => {
	fc.assert(
		fc.property(validStreams, filters, (events, filter) => {
			const index = new LogIndex(filter);
			index.extend(events);
			assert.deepEqual(
				rowsOf(index, events.length).map(({first, last}) => [first, last]),
				naiveRows(events, filter),
			);
		}),
	);
});

test('growing event by event gives the same rows as all at once', () => {
	fc.assert(
		fc.property(traces, filters, (events, filter) => {
			const whole = new LogIndex(filter);
			whole.extend(events);
			const growing = new LogIndex(filter);
			for (let length = 0; length <= events.length; length++) {
				growing.extend(events.slice(0, length));
			}

			assert.deepEqual(rowsOf(growing, events.length), rowsOf(whole, events.length));
		}),
	);
});

test('the rows of a prefix are those that begin in it', () => {
	fc.assert(
		fc.property(traces, filters, (events, filter) => {
			const index = new LogIndex(filter);
			index.extend(events);
			const all = rowsOf(index, events.length);
			for (let length = 0; length <= events.length; length++) {
				assert.equal(index.count(length), all.filter(({first}) => first < length).length);
			}
		}),
	);
});

test('a row that extends beyond a prefix is cut there, as if the rest had not arrived yet', () => {
	fc.assert(
		fc.property(traces, filters, (events, filter) => {
			const index = new LogIndex(filter);
			index.extend(events);
			for (let length = 0; length <= events.length; length++) {
				const prefix = new LogIndex(filter);
				prefix.extend(events.slice(0, length));
				const cut = Array.from({length: index.count(length)}, (_, row) => index.rowAt(row, length));
				assert.deepEqual(cut, rowsOf(prefix, length));
			}
		}),
	);
});

test('a position maps to the row that contains it, or to the one before it', () => {
	fc.assert(
		fc.property(traces, filters, (events, filter) => {
			const index = new LogIndex(filter);
			index.extend(events);
			const all = rowsOf(index, events.length);
			for (let position = 0; position < events.length; position++) {
				const wanted = Math.max(
					0,
					all.findLastIndex(({first}) => first <= position),
				);
				assert.equal(index.rowOf(position), wanted);
			}
		}),
	);
});

test('every event that passes the filter is in one row, and folded rows count the characters of their deltas', () => {
	fc.assert(
		fc.property(validStreams, events => {
			const index = new LogIndex({...everything, isFolded: true});
			index.extend(events);
			const rows = rowsOf(index, events.length);
			assert.equal(
				rows.reduce((sum, {first, last}) => sum + last - first + 1, 0),
				events.length,
			);
			const texts = events.flatMap(event => {
				const delta = payloadOf(event)?.delta as
					| {text?: string; thinking?: string; partial_json?: string; signature?: string; content?: string}
					| undefined;
				const text =
					delta?.text ?? delta?.thinking ?? delta?.partial_json ?? delta?.signature ?? delta?.content;
				return typeof text === 'string' && runOf(event) !== null ? [text] : [];
			});
			assert.equal(
				rows.reduce((sum, {length}) => sum + length, 0),
				texts.join('').length,
			);
		}),
	);
});
