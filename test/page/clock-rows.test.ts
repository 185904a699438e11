import assert from 'node:assert/strict';
import {test} from 'node:test';
import {pricesAsOf} from '../../source/messages/prices.js';
import {clockRows} from '../../source/page/clock-rows.js';
import {openTraceSource} from '../../source/recording/open-trace-source.js';
import {exchangeIn, foldTrace} from '../../source/trace/fold-trace.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';
import {streamFixtures} from '../helpers/stream-fixtures.js';

const place = {exchange: 1, attempt: 1};

const exchangeAt = (events: Parameters<typeof foldTrace>[0], length?: number) => {
	const view = exchangeIn(foldTrace(events, length), 1);
	assert.ok(view !== null);
	return view;
};

test('the rows are the same at every playhead, and each number appears with its event', async () => {
	for (const {name, body} of streamFixtures) {
		const {events} = await openTraceSource([body]);
		const whole = exchangeAt(events);
		const last = [...clockRows(whole, whole)];
		for (let length = 1; length < events.length; length++) {
			const rows = [...clockRows(exchangeAt(events, length), whole)];
			assert.deepEqual(
				rows.map(([row]) => row),
				last.map(([row]) => row),
				`${name}, ${length} events`,
			);
		}
	}
});

test('each clock and number appears with its event: first an estimated rate, and the final usage at the end', () => {
	const payloads = [
		{type: 'message_start', message: {content: [], usage: {input_tokens: 3, output_tokens: 1}}},
		{type: 'content_block_start', index: 0, content_block: {type: 'text', text: ''}},
		{type: 'content_block_delta', index: 0, delta: {type: 'text_delta', text: 'four'}},
		{type: 'content_block_delta', index: 0, delta: {type: 'text_delta', text: 'x'.repeat(80)}},
		{type: 'message_delta', delta: {stop_reason: 'end_turn'}, usage: {output_tokens: 1501}},
		{type: 'message_stop'},
	];
	const events: readonly TraceEvent[] = [
		{type: 'request', at: 100, ...place, method: 'POST', url: '/', body: null},
		{type: 'response', at: 200, ...place, status: 200, headers: {}},
		...payloads.map(
			(payload, index): TraceEvent => ({
				type: 'sse',
				at: 300 + 100 * index,
				...place,
				chunk: 1,
				event: payload.type,
				data: JSON.stringify(payload),
			}),
		),
	];
	const names = [
		...['headers', 'first event', 'TTFT', 'first text', 'last content', 'total'],
		...['rate', 'input_tokens', 'output_tokens'],
	];
	const whole = exchangeAt(events);
	const valuesAt = (length: number) => {
		const rows = [...clockRows(exchangeAt(events, length), whole)];
		assert.deepEqual(
			rows.map(([name]) => name),
			names,
		);
		return rows.map(([, value]) => value);
	};
	assert.deepEqual(valuesAt(1), ['–', '–', '–', '–', '–', '–', '–', '–', '–']);
	assert.deepEqual(valuesAt(3), ['100 ms', '200 ms', '–', '–', '–', '–', '–', '3', '1']);
	assert.deepEqual(valuesAt(6), [
		...['100 ms', '200 ms', '400 ms', '400 ms', '500 ms', '–'],
		...['~200 tok/s', '3', '1'],
	]);
	assert.deepEqual(valuesAt(8), [
		...['100 ms', '200 ms', '400 ms', '400 ms', '500 ms', '700 ms'],
		...['15,000 tok/s', '3', '1,501'],
	]);
});

test('an answer without a final rate has no row for it', () => {
	const events: readonly TraceEvent[] = [
		{type: 'request', at: 0, ...place, method: 'POST', url: '/', body: null},
	];
	const whole = exchangeAt(events);
	assert.ok(![...clockRows(whole, whole)].some(([name]) => name === 'rate'));
});

test('the cost, the context and hidden thinking have rows if they are known, and no times if there are none', () => {
	const payloads = [
		{
			type: 'message_start',
			message: {model: 'claude-haiku-4-5', content: [], usage: {input_tokens: 1000, output_tokens: 1}},
		},
		{type: 'content_block_start', index: 0, content_block: {type: 'thinking', thinking: '', signature: ''}},
		{type: 'content_block_stop', index: 0},
		{
			type: 'message_delta',
			delta: {stop_reason: 'end_turn'},
			usage: {output_tokens: 500, output_tokens_details: {thinking_tokens: 300}},
		},
	];
	const events = payloads.map(
		(payload, index): TraceEvent => ({
			type: 'sse',
			at: 100 * index,
			...place,
			chunk: 1,
			event: payload.type,
			data: JSON.stringify(payload),
		}),
	);
	const whole = exchangeAt(events);
	assert.deepEqual(
		[...clockRows(whole, whole, false)],
		[
			['thinking tokens', '300 thinking tokens, hidden'],
			['input_tokens', '1,000'],
			['output_tokens', '500'],
			['output_tokens_details.thinking_tokens', '300'],
			[`cost (list prices as of ${pricesAsOf})`, '$0.0035'],
			['context', '0.8 %'],
		],
	);
	const first = new Map(clockRows(exchangeAt(events, 1), whole, false));
	assert.equal(first.get('thinking tokens'), '–');
	assert.equal(first.get(`cost (list prices as of ${pricesAsOf})`), '~$0.001');
});
