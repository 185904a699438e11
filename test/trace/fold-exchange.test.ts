import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import type {ExchangeView} from '../../source/trace/exchange-view.js';
import {foldExchange} from '../../source/trace/fold-exchange.js';
import type {EndEvent, TraceEvent} from '../../source/trace/trace-event.js';
import {arbitraryEvents} from '../helpers/arbitrary-trace.js';
import {complete, tracedStream} from '../helpers/traced-stream.js';
import {
	blockStart,
	errorEvent,
	message,
	messageDelta,
	messageStart,
	ping,
	text,
	textBlock,
	wire,
} from '../messages/conformance/sample-stream.js';

const fold = (events: readonly TraceEvent[]): ExchangeView => {
	let view: ExchangeView | null = null;
	for (const [position, event] of events.entries()) {
		view = foldExchange(view, event, position);
	}

	assert.ok(view);
	return view;
};

const refused = (status: number, body: string): readonly TraceEvent[] => [
	...tracedStream([], {status}),
	{type: 'body', at: 120, exchange: 1, attempt: 1, data: body},
];

/** A second attempt, 1000 ms after the first. */
const later = (events: readonly TraceEvent[]): readonly TraceEvent[] =>
	events.map(event => ({...event, at: event.at + 1000, ...('attempt' in event ? {attempt: 2} : {})}));

test('an exchange connects, streams and ends with its outcome', () => {
	const events = [...tracedStream(message(...textBlock(0))), complete(300)];
	const phases = events.map((_, length) => fold(events.slice(0, length + 1)).phase);
	assert.deepEqual(phases, ['connecting', 'connecting', ...Array(6).fill('streaming'), 'complete']);
});

for (const outcome of ['complete', 'aborted', 'failed'] as const) {
	test(`the outcome ${outcome} is its phase, whether or not anything had arrived`, () => {
		const end: EndEvent = {type: 'end', at: 900, exchange: 1, outcome, error: null, message: null};
		for (const before of [[], tracedStream([]), tracedStream([messageStart(), ...textBlock(0)])]) {
			const view = fold([...before, end]);
			assert.equal(view.phase, outcome);
			assert.equal(view.end, end);
			assert.equal(view.timestamps.end, 900);
		}
	});
}

test('each attempt keeps its request, response and error, and the next one starts the answer again', () => {
	const first = refused(529, '{"type":"error"}');
	const second = later(tracedStream(message(...textBlock(0))));
	const waiting = fold([...first, ...second.slice(0, 1)]);
	assert.equal(waiting.phase, 'connecting');
	assert.equal(waiting.timestamps.headers, null);
	assert.equal(waiting.timestamps.lastByte, 120);

	const view = fold([...first, ...second, complete(1300)]);
	assert.deepEqual(
		view.attempts.map(({response, body, sseCount}) => [response?.status, body, sseCount]),
		[
			[529, '{"type":"error"}', 0],
			[200, null, 6],
		],
	);
	assert.equal(view.timestamps.request, 0);
	assert.equal(view.timestamps.headers, 1100);
	assert.equal(view.message?.blocks[0]?.text, 'Cats');
});

test('nothing from an attempt that was cut off remains in the next attempt’s answer', () => {
	const broken = tracedStream([
		messageStart({usage: {input_tokens: 7}}),
		blockStart(0),
		text(0, 'lost'),
		errorEvent,
	]);
	const view = fold([...broken, ...later(tracedStream([]))]);
	assert.equal(view.message, null);
	assert.deepEqual(view.usage, []);
	assert.equal(view.contentLength, 0);
	assert.equal(view.streamError, null);
	assert.equal(view.timestamps.firstContent, null);
	assert.equal(view.sseCount, 4);
});

test('pings count as events and end a silence, but change nothing else', () => {
	const without = fold(tracedStream([messageStart(), blockStart(0)]));
	const view = fold(tracedStream([messageStart(), blockStart(0), ping]));
	assert.equal(view.timestamps.lastPing, 130);
	assert.equal(view.timestamps.lastByte, 130);
	assert.equal(view.sseCount, 3);
	assert.deepEqual(view.message, without.message);
	assert.equal(view.timestamps.firstContent, null);
});

test('an error event is kept with its payload, and the content so far too', () => {
	const view = fold(tracedStream([messageStart(), blockStart(0), text(0, 'Cats'), errorEvent]));
	assert.deepEqual(view.streamError, errorEvent);
	assert.equal(view.message?.blocks[0]?.text, 'Cats');
});

test('an event that is not JSON, or is cut off, is counted but changes no content', () => {
	const cut = {...wire(text(0, 'lost')), unterminated: true as const};
	const view = fold(
		tracedStream([messageStart(), blockStart(0), {event: 'content_block_delta', data: '{"type":'}, cut]),
	);
	assert.equal(view.sseCount, 4);
	assert.equal(view.message?.blocks[0]?.text, '');
	assert.equal(view.contentLength, 0);
});

test('content is counted in UTF-16 units, without empty deltas, signatures and citations', () => {
	const view = fold(
		tracedStream([
			messageStart(),
			blockStart(0),
			text(0, ''),
			text(0, 'Cats'),
			{type: 'content_block_delta', index: 0, delta: {type: 'thinking_delta', thinking: 'Hm'}},
			{type: 'content_block_delta', index: 0, delta: {type: 'input_json_delta', partial_json: '{}}'}},
			{type: 'content_block_delta', index: 0, delta: {type: 'signature_delta', signature: 'abc'}},
			{type: 'content_block_delta', index: 0, delta: {type: 'citations_delta', citation: {}}},
		]),
	);
	assert.equal(view.contentLength, 9);
});

test('usage is entered with the position of its event, first provisional and then final', () => {
	const view = fold(tracedStream([messageStart(), ...textBlock(0), messageDelta()]));
	assert.deepEqual(
		view.usage.map(({name, value, position, source}) => [name, value, position, source]),
		[
			['input_tokens', 9, 2, 'message_start'],
			['output_tokens', 3, 6, 'message_delta'],
		],
	);
});

test('a complete answer in the body is a message that arrived at one moment', () => {
	const answer = {...messageStart({content: [{type: 'text', text: 'Cats'}]}).message};
	const events: readonly TraceEvent[] = [
		...tracedStream([], {body: {}}),
		{type: 'body', at: 700, exchange: 1, attempt: 1, data: JSON.stringify(answer)},
	];
	const view = fold(events);
	assert.equal(view.message?.blocks[0]?.text, 'Cats');
	assert.equal(view.message?.blocks[0]?.isClosed, true);
	assert.deepEqual(
		[
			view.timestamps.firstContent,
			view.timestamps.firstText,
			view.timestamps.lastContent,
			view.timestamps.messageStop,
		],
		[700, 700, 700, 700],
	);
	assert.deepEqual(
		view.usage.map(({name, source}) => [name, source]),
		[
			['input_tokens', 'body'],
			['output_tokens', 'body'],
		],
	);
});

test('a body that is an error, or not JSON, is kept unchanged', () => {
	for (const body of ['{"type":"error","error":{}}', '<html>', '[1]', 'null', '']) {
		const view = fold(refused(500, body));
		assert.equal(view.attempts[0]?.body, body);
		assert.equal(view.message, null);
		assert.equal(view.phase, 'connecting');
	}
});

test('beta blocks are folded as by the beta helper if the request went to the beta API or named a beta', () => {
	const fallback = blockStart(0, {type: 'fallback', from: {model: 'a'}, to: {model: 'b'}});
	const [request, ...rest] = tracedStream([messageStart(), fallback]) as [TraceEvent, ...TraceEvent[]];
	const url = 'https://api.test/v1/messages';
	assert.equal(
		fold([{...request, url: `${url}?beta=true`} as TraceEvent, ...rest]).message?.fields.model,
		'b',
	);
	const headers = {'anthropic-beta': 'server-side-fallback-2026-06-01'};
	assert.equal(fold([{...request, url, headers} as TraceEvent, ...rest]).message?.fields.model, 'b');
	assert.equal(fold([{...request, url} as TraceEvent, ...rest]).message?.fields.model, 'claude-haiku-5-5');
});

test('an exchange has ended if and only if its phase is an outcome', () => {
	fc.assert(
		fc.property(arbitraryEvents, events => {
			let view: ExchangeView | null = null;
			for (const [position, event] of events.entries()) {
				view = foldExchange(view, event, position);
				const isOutcome = view.phase === 'complete' || view.phase === 'aborted' || view.phase === 'failed';
				assert.equal(view.end !== null, isOutcome);
			}
		}),
	);
});
