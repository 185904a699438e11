import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {deltaSpan, deltasOf, nextDelta} from '../../source/analysis/delta-span.js';
import {itemAt} from '../../source/trace/persistent-list.js';
import {Trace} from '../../source/trace/trace.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';
import {complete, tracedStream} from '../helpers/traced-stream.js';
import {
	blockDelta,
	blockStart,
	blockStop,
	json,
	messageStart,
	ping,
	type SampleEvent,
	text,
	textBlock,
	toolStart,
	toWire,
} from '../messages/conformance/sample-stream.js';

/** In a traced stream, the first event follows the request and the response. */
const first = 2;

const traceOf = (...events: readonly SampleEvent[]) => new Trace(tracedStream(events));

/** The spans of all events of a stream that have one: `[position, block, start, end]`. */
const spansOf = (trace: Trace) =>
	trace.events.flatMap((_, position) => {
		const span = deltaSpan(trace, position);
		return span === null ? [] : [[position - first, span.block, span.start, span.end]];
	});

/** The view of an exchange by its index in the trace. */
function viewOf(trace: Trace, index = 0) {
	const view = itemAt(trace.view.exchanges, index);
	assert.ok(view);
	return view;
}

describe('the characters that an event added', () => {
	it('follow one another in their block, in UTF-16 units', () => {
		const trace = traceOf(
			messageStart(),
			blockStart(0),
			text(0, 'Cats '),
			text(0, '😺!'),
			blockStop(0),
			blockStart(1),
			text(1, 'é'),
		);
		assert.deepEqual(spansOf(trace), [
			[2, 0, 0, 5],
			[3, 0, 5, 8],
			[6, 1, 0, 1],
		]);
		assert.deepEqual(deltaSpan(trace, first + 3), {exchange: 1, block: 0, start: 5, end: 8});
	});

	it('come after those in the start of the block', () => {
		const trace = traceOf(messageStart(), blockStart(0, {type: 'text', text: 'Hello'}), text(0, ', cat'));
		assert.deepEqual(spansOf(trace), [
			[1, 0, 0, 5],
			[2, 0, 5, 10],
		]);
	});

	it('include thinking and tool JSON', () => {
		const trace = traceOf(
			messageStart(),
			blockStart(0, {type: 'thinking', thinking: '', signature: ''}),
			blockDelta(0, {type: 'thinking_delta', thinking: 'Hm'}),
			blockStop(0),
			toolStart(1),
			json(1, '{"a"'),
			json(1, ': 1}'),
		);
		assert.deepEqual(spansOf(trace), [
			[2, 0, 0, 2],
			[5, 1, 0, 4],
			[6, 1, 4, 8],
		]);
	});

	it('are none for an event that adds none, or without a block', () => {
		const unterminated = {...toWire(text(0, 'cut')), unterminated: true} as const;
		const trace = traceOf(
			messageStart(),
			ping,
			text(0, 'before its block'),
			blockStart(0),
			text(0, ''),
			blockDelta(0, {type: 'citations_delta', citation: {}}),
			blockDelta(0, {type: 'new_delta', text: 'new'}),
			text(-1, 'no block'),
			{type: 'content_block_delta', index: 'x', delta: {type: 'text_delta', text: 'no index'}},
			text(7, 'a block that never began'),
			{event: 'content_block_delta', data: '{"type":'},
			{event: 'content_block_delta', data: '[]'},
			{type: 'text_delta', index: 0, delta: {type: 'text_delta', text: 'no delta'}},
			unterminated,
		);
		assert.deepEqual(spansOf(trace), []);
		assert.equal(deltaSpan(trace, -1), null);
		assert.equal(deltaSpan(trace, trace.length), null);
	});

	it('belong to the event’s exchange, even if another one is longer', () => {
		const trace = new Trace([
			...tracedStream([messageStart(), blockStart(0), text(0, 'a long answer')]),
			complete(200),
			...tracedStream([messageStart(), blockStart(0), text(0, 'Hi')], {exchange: 2}),
		]);
		assert.deepEqual(deltaSpan(trace, trace.length - 1), {exchange: 2, block: 0, start: 0, end: 2});
		assert.deepEqual(deltaSpan(trace, first + 2), {exchange: 1, block: 0, start: 0, end: 13});
	});
});

describe('the next delta', () => {
	const trace = traceOf(
		messageStart(),
		blockStart(0),
		text(0, 'a'),
		ping,
		text(0, ''),
		text(0, 'b'),
		blockStop(0),
	);
	const [a, b] = [first + 2, first + 5];

	it('is the nearest one that added characters, in either direction', () => {
		assert.equal(nextDelta(trace, 0, 1), a);
		assert.equal(nextDelta(trace, a, 1), b);
		assert.equal(nextDelta(trace, trace.length - 1, -1), b);
		assert.equal(nextDelta(trace, b, -1), a);
	});

	it('is null after the last one and before the first one', () => {
		assert.equal(nextDelta(trace, b, 1), null);
		assert.equal(nextDelta(trace, a, -1), null);
		assert.equal(nextDelta(new Trace(), 0, 1), null);
	});

	it('is found at the very ends of a trace', () => {
		const events = trace.events.slice(first, first + 3);
		const last = new Trace(events);
		assert.equal(nextDelta(last, 0, 1), 2);
		assert.equal(nextDelta(last, 1, 1), 2);
		assert.equal(nextDelta(last, 2, 1), null);
	});
});

describe('the deltas of some blocks', () => {
	const answer = [
		messageStart(),
		blockStart(0, {type: 'thinking', thinking: '', signature: ''}),
		blockDelta(0, {type: 'thinking_delta', thinking: 'Hm'}),
		blockDelta(0, {type: 'signature_delta', signature: 'Eq'}),
		blockStop(0),
		...textBlock(1),
		toolStart(2),
		json(2, ''),
		json(2, '{}'),
		blockStop(2),
	];
	const [hm, cats, input] = [first + 2, first + 6, first + 10];

	it('are those that added content to a block in the range', () => {
		const trace = traceOf(...answer);
		const of = (from: number, count: number) => deltasOf(trace, viewOf(trace), {first: from, count});
		assert.deepEqual(of(0, 3), [hm, cats, input]);
		assert.deepEqual(of(0, 1), [hm]);
		assert.deepEqual(of(1, 1), [cats]);
		assert.deepEqual(of(1, 2), [cats, input]);
		assert.deepEqual(of(3, 5), []);
		assert.deepEqual(of(0, 0), []);
	});

	it('are those up to the end of a view', () => {
		const trace = traceOf(...answer);
		const view = itemAt(trace.viewAt(cats + 1).exchanges, 0);
		assert.ok(view);
		assert.deepEqual(deltasOf(trace, view, {first: 0, count: 3}), [hm, cats]);
	});

	it('are those of the last attempt, which starts the answer again', () => {
		const trace = new Trace([...tracedStream(answer), ...tracedStream(answer, {attempt: 2})]);
		const again = answer.length + first;
		const blocks = {first: 0, count: 3};
		assert.deepEqual(deltasOf(trace, viewOf(trace), blocks), [hm + again, cats + again, input + again]);
	});

	it('are those of its own exchange if two run at the same time', () => {
		const other = tracedStream([messageStart(), ...textBlock(0)], {exchange: 2});
		const own = tracedStream(answer);
		const trace = new Trace([...own.slice(0, 5), ...other, ...own.slice(5)]);
		assert.deepEqual(deltasOf(trace, viewOf(trace), {first: 0, count: 3}), [
			hm,
			cats + other.length,
			input + other.length,
		]);
	});

	it('leave out an event that is not JSON or is cut off', () => {
		const broken: readonly SampleEvent[] = [
			{event: 'content_block_delta', data: '{"type":'},
			{event: 'content_block_delta', data: '[1]'},
			{...toWire(text(0, 'cut')), unterminated: true},
		];
		const events: readonly TraceEvent[] = tracedStream([
			messageStart(),
			blockStart(0),
			text(0, 'a'),
			...broken,
		]);
		const trace = new Trace(events);
		assert.deepEqual(deltasOf(trace, viewOf(trace), {first: 0, count: 1}), [first + 2]);
	});
});
