import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {emptyView, exchangeIn, foldEvent, foldTrace, type TraceView} from '../../source/trace/fold-trace.js';
import {itemAt, itemsOf, lastItem} from '../../source/trace/persistent-list.js';
import {Trace} from '../../source/trace/trace.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';
import {arbitraryEvents} from '../helpers/arbitrary-trace.js';
import {complete, tracedStream} from '../helpers/traced-stream.js';
import {validStream} from '../helpers/valid-stream.js';
import {blockStart, messageStart, text, textBlock} from '../messages/conformance/sample-stream.js';

/** Random events, and random valid streams spliced together. */
const traces = fc.oneof(
	arbitraryEvents,
	fc
		.tuple(validStream, validStream, fc.array(fc.boolean(), {maxLength: 40}))
		.map(([first, second, turns]) =>
			interleave(tracedStream(first), tracedStream(second, {exchange: 2}), turns),
		),
);

const interleave = (
	first: readonly TraceEvent[],
	second: readonly TraceEvent[],
	turns: readonly boolean[],
) => {
	const mixed: TraceEvent[] = [];
	const left: readonly [TraceEvent[], TraceEvent[]] = [[...first], [...second]];
	for (const isFirst of turns) {
		mixed.push(...left[isFirst ? 0 : 1].splice(0, 1));
	}

	return [...mixed, ...left[0], ...left[1]];
};

function deepFreeze<T>(value: T): T {
	if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
		Object.freeze(value);
		Object.values(value).forEach(deepFreeze);
	}

	return value;
}

test('the trace’s view of any prefix is the fold of that prefix', () => {
	fc.assert(
		fc.property(traces, events => {
			const trace = new Trace();
			for (const [length, event] of events.entries()) {
				assert.deepEqual(trace.view, foldTrace(events, length));
				trace.append(event);
			}

			for (let length = 0; length <= events.length; length++) {
				assert.deepEqual(trace.viewAt(length), foldTrace(events, length));
			}
		}),
	);
});

test('neither the events nor any view is ever changed', () => {
	fc.assert(
		fc.property(traces, events => {
			let view = emptyView;
			for (const event of deepFreeze(events)) {
				// In a module, writing to a frozen object throws.
				view = deepFreeze(foldEvent(view, event));
			}

			assert.equal(view.length, events.length);
		}),
	);
});

test('each exchange is in the view once, with only its own events, in whatever order they arrive', () => {
	fc.assert(
		fc.property(traces, events => {
			const exchanges = [...itemsOf(foldTrace(events).exchanges)];
			const numbers = [...new Set(events.map(({exchange}) => exchange))];
			assert.deepEqual(
				exchanges.map(({exchange}) => exchange),
				numbers,
			);
			for (const {exchange, first, last, sseCount, attempts} of exchanges) {
				const own = events.filter(event => event.exchange === exchange);
				assert.equal(
					first,
					events.findIndex(event => event.exchange === exchange),
				);
				assert.equal(
					last,
					events.findLastIndex(event => event.exchange === exchange),
				);
				assert.equal(sseCount, own.filter(({type}) => type === 'sse').length);
				assert.equal(attempts.length, own.filter(({type}) => type === 'request').length);
			}
		}),
	);
});

test('an event changes only its own exchange', () => {
	fc.assert(
		fc.property(traces, events => {
			let view = emptyView;
			for (const event of events) {
				const next = foldEvent(view, event);
				for (const [index, exchange] of [...itemsOf(view.exchanges)].entries()) {
					assert.equal(itemAt(next.exchanges, index) === exchange, exchange.exchange !== event.exchange);
				}

				view = next;
			}
		}),
	);
});

/** Everything that a view references, each object once. */
const reachable = (value: unknown, seen = new Set<object>()): Set<object> => {
	if (typeof value === 'object' && value !== null && !seen.has(value)) {
		seen.add(value);
		for (const inner of Object.values(value)) {
			reachable(inner, seen);
		}
	}

	return seen;
};

const deltas = (count: number): readonly TraceEvent[] =>
	tracedStream([messageStart(), blockStart(0), ...Array.from({length: count}, () => text(0, 'ab'))]);

test('a message of 100,000 deltas is stored as one message, not as its steps', () => {
	const few = foldTrace(deltas(10));
	const many = foldTrace(deltas(100_000));
	assert.equal(reachable(many).size, reachable(few).size);
	assert.equal(lastItem(many.exchanges)?.message?.blocks[0]?.text, 'ab'.repeat(100_000));
});

/** The same events, which count how often their data is read. */
const counted = (events: readonly TraceEvent[], onRead: () => void): readonly TraceEvent[] =>
	events.map(event => {
		if (event.type !== 'sse') {
			return event;
		}

		const {data, ...rest} = event;
		return Object.defineProperty({...rest, data}, 'data', {
			enumerable: true,
			get() {
				onRead();
				return data;
			},
		});
	});

test('appending an event reads only that event', () => {
	let reads = 0;
	const trace = new Trace();
	for (const event of counted(deltas(5000), () => reads++)) {
		trace.append(event);
	}

	const afterAll = reads;
	assert.ok(afterAll <= 5002, `${afterAll} reads`);
	trace.append(complete(60_000));
	assert.equal(trace.view.length, 5005);
	assert.equal(reads, afterAll);
});

test('a step back reads only a few events, anywhere in the trace', () => {
	let reads = 0;
	const trace = new Trace();
	for (const event of counted(deltas(5000), () => reads++)) {
		trace.append(event);
	}

	for (const length of [4999, 17, 2500, 2499, 256, 255, 0]) {
		reads = 0;
		assert.equal(trace.viewAt(length).length, length);
		assert.ok(reads <= 256, `${reads} reads for ${length}`);
	}
});

test('the trace notifies each listener of each event until it unsubscribes', () => {
	const trace = new Trace();
	const heard: number[] = [];
	const unsubscribe = trace.subscribe(() => heard.push(trace.length));
	const [first, second, third] = tracedStream([messageStart(), ...textBlock(0)]) as [
		TraceEvent,
		TraceEvent,
		TraceEvent,
	];
	trace.append(first);
	trace.append(second);
	unsubscribe();
	trace.append(third);
	assert.deepEqual(heard, [1, 2]);
	assert.equal(trace.at(2), third);
	assert.equal(trace.at(3), undefined);
});

test('an event of an unknown kind keeps its place and changes nothing else', () => {
	const [request, response] = tracedStream([]) as [TraceEvent, TraceEvent];
	const unknown = {type: 'note', at: 5, exchange: 1, words: 'hello'} as unknown as TraceEvent;
	const before: TraceView = foldTrace([request, response]);
	const after = foldEvent(before, unknown);
	assert.equal(after.length, 3);
	assert.deepEqual(lastItem(after.exchanges), {...lastItem(before.exchanges), last: 2});
});

test('finds every exchange by its number, in whatever order they began', () => {
	fc.assert(
		fc.property(fc.uniqueArray(fc.integer({min: 1, max: 300}), {maxLength: 200}), numbers => {
			const view = foldTrace(numbers.map(number => complete(1, number)));
			assert.deepEqual(
				[...itemsOf(view.exchanges)].map(({exchange}) => exchange),
				numbers,
			);
			for (let number = 0; number <= 301; number++) {
				const expected = numbers.includes(number) ? number : undefined;
				assert.equal(exchangeIn(view, number)?.exchange, expected);
			}
		}),
	);
});
