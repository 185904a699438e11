import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {emptyView, foldTrace} from '../../../source/trace/fold-trace.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {describeConversation} from '../../../source/ui/conversation/describe-conversation.js';

const place = (exchange: number) => ({exchange, attempt: 1});

/** One answered prompt, its first content after 402 ms. */
const exchange = (number: number, start: number): readonly TraceEvent[] => {
	const sse = (
		at: number,
		payload: {readonly type: string; readonly [key: string]: unknown},
	): TraceEvent => ({
		type: 'sse',
		at: start + at,
		...place(number),
		chunk: 1,
		event: payload.type,
		data: JSON.stringify(payload),
	});
	return [
		{type: 'request', at: start, ...place(number), method: 'POST', url: '/v1/messages', body: {}},
		{type: 'response', at: start + 300, ...place(number), status: 200, headers: {}},
		sse(310, {
			type: 'message_start',
			message: {content: [], usage: {input_tokens: 20, cache_read_input_tokens: 1000, output_tokens: 1}},
		}),
		sse(320, {type: 'content_block_start', index: 0, content_block: {type: 'text', text: ''}}),
		sse(402, {type: 'content_block_delta', index: 0, delta: {type: 'text_delta', text: 'Cats'}}),
		sse(500, {type: 'content_block_stop', index: 0}),
		sse(510, {type: 'message_delta', delta: {stop_reason: 'end_turn'}, usage: {output_tokens: 12}}),
		sse(520, {type: 'message_stop'}),
		{type: 'end', at: start + 521, exchange: number, outcome: 'complete', error: null, message: null},
	];
};

describe('a conversation in one line', () => {
	it('has turns, events, tokens in all, how long it was open and the last TTFT', () => {
		const view = foldTrace([...exchange(1, 0), ...exchange(2, 10_000)]);
		assert.equal(
			describeConversation({view, duration: 72_000, width: 80}),
			'2 turns · 18 events · in 2,040 out 24 · open 1 m 12 s · last TTFT 402 ms',
		);
	});

	it('leaves out what does not fit into the row, and counts one as one', () => {
		const view = foldTrace(exchange(1, 0));
		assert.equal(
			describeConversation({view, duration: 900, width: 50}),
			'1 turn · 9 events · in 1,020 out 12 · open 900 ms',
		);
	});

	it('marks the output of an interrupted answer as an estimate', () => {
		const begun = exchange(1, 0).slice(0, 5);
		const view = foldTrace([...begun, ...exchange(2, 10_000)]);
		assert.match(describeConversation({view, duration: 900, width: 80}), / · in 2,040 out ~13 · /);
	});

	it('has nothing to tell of a conversation that did not begin', () => {
		assert.equal(
			describeConversation({view: emptyView, duration: 0, width: 80}),
			'0 turns · 0 events · in 0 out 0 · open 0 ms',
		);
	});
});
