import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {foldTrace} from '../../../source/trace/fold-trace.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {narrate, nothingTold} from '../../../source/ui/spoken/narrate.js';
import {continuedTurn} from '../../helpers/called-tools.js';
import {type StreamPayload, validStream} from '../../helpers/valid-stream.js';

const request = (prompt: string, attempt = 1): TraceEvent => ({
	type: 'request',
	at: 0,
	exchange: 1,
	attempt,
	method: 'POST',
	url: 'https://api.anthropic.com/v1/messages',
	body: {model: 'claude-haiku-4-5', messages: [{role: 'user', content: prompt}]},
});
const response = (status: number, attempt = 1): TraceEvent => ({
	type: 'response',
	at: 300,
	exchange: 1,
	attempt,
	status,
	headers: {},
});
const sse = (payload: StreamPayload, at = 400): TraceEvent => ({
	type: 'sse',
	at,
	exchange: 1,
	attempt: 1,
	chunk: 1,
	event: payload.type,
	data: JSON.stringify(payload),
});
const ending = (outcome: 'complete' | 'aborted' | 'failed', error: object | null = null): TraceEvent =>
	({type: 'end', at: 900, exchange: 1, outcome, error, message: null}) as TraceEvent;

const start: StreamPayload = {
	type: 'message_start',
	message: {
		id: 'msg_1',
		type: 'message',
		role: 'assistant',
		content: [],
		usage: {input_tokens: 3, output_tokens: 1},
	},
};
const stop = (reason: string): readonly StreamPayload[] => [
	{type: 'message_delta', delta: {stop_reason: reason, stop_sequence: null}, usage: {output_tokens: 12}},
	{type: 'message_stop'},
];
const block = (
	index: number,
	content_block: object,
	...deltas: readonly object[]
): readonly StreamPayload[] => [
	{type: 'content_block_start', index, content_block: content_block as never},
	...deltas.map(delta => ({type: 'content_block_delta', index, delta: delta as never})),
	{type: 'content_block_stop', index},
];
const text = (value: string) => ({type: 'text_delta', text: value});

const told = (events: readonly TraceEvent[]) => narrate(nothingTold, foldTrace(events)).lines;

describe('telling a conversation', () => {
	it('says the prompt, the answer in whole sentences, and a word when it is complete', () => {
		const events = [
			request('Hello'),
			response(200),
			...[start, ...block(0, {type: 'text', text: ''}, text('Cats. Do'), text('gs, too.'))].map(payload =>
				sse(payload),
			),
		];
		assert.deepEqual(told(events.slice(0, -2)), ['You: Hello', 'Claude: Cats.']);
		assert.deepEqual(
			told([...events, ...stop('end_turn').map(payload => sse(payload)), ending('complete')]),
			['You: Hello', 'Claude: Cats.', 'Dogs, too.', 'Answer complete. 12 tokens, first token after 400 ms.'],
		);
	});

	it('announces thinking and tools in a word, and speaks a tool’s input', () => {
		const payloads = [
			start,
			...block(
				0,
				{type: 'thinking', thinking: '', signature: ''},
				{type: 'thinking_delta', thinking: 'Hm. Well.'},
			),
			...block(1, {type: 'text', text: ''}, text('Let me look.')),
			...block(
				2,
				{type: 'tool_use', id: 'toolu_1', name: 'get_weather', input: {}},
				{type: 'input_json_delta', partial_json: '{"city":"Oslo"}'},
			),
			...stop('tool_use'),
		];
		assert.deepEqual(
			told([
				request('Weather?'),
				response(200),
				...payloads.map(payload => sse(payload)),
				ending('complete'),
			]),
			[
				'You: Weather?',
				'Thinking.',
				'Claude: Let me look.',
				'Tool call: get_weather.',
				'Input: {"city":"Oslo"}',
				'Stopped: waits for tool results · tool_use · The answer ends with a tool call.',
				'End of the answer. 12 tokens, first token after 400 ms.',
			],
		);
	});

	it('says why it retries, and speaks errors as sentences', () => {
		const error = {
			kind: 'overloaded_error',
			title: 'The API is overloaded',
			detail: 'Overloaded',
			hint: 'Wait a moment, then /retry.',
			status: 529,
		};
		assert.deepEqual(
			told([request('a'), response(529), request('a', 2), response(529, 2), ending('failed', error)]),
			[
				'You: a',
				'The server answered 529. Trying again.',
				'Error: The API is overloaded (529).',
				'Overloaded.',
				'Wait a moment, then /retry.',
			],
		);
	});

	it('speaks the partial answer when it is interrupted', () => {
		const cut = [start, ...block(0, {type: 'text', text: ''}, text('One. Two and'))].slice(0, -1);
		assert.deepEqual(
			told([request('a'), response(200), ...cut.map(payload => sse(payload)), ending('aborted')]),
			['You: a', 'Claude: One.', 'Two and', 'Interrupted. The partial answer is kept.'],
		);
	});

	it('shows escape sequences instead of sending them on', () => {
		const payloads = [start, ...block(0, {type: 'text', text: ''}, text('a\u001B]0;title\u0007b\n'))];
		const lines = told([request('\u001B[2J'), response(200), ...payloads.map(payload => sse(payload))]);
		assert.doesNotMatch(lines.join('\n'), /[\u001B\u0007]/);
	});

	it('says the same however often it is called, and takes nothing back', () => {
		fc.assert(
			fc.property(validStream, fc.array(fc.nat(), {maxLength: 8}), (payloads, places) => {
				const events = [
					request('Hello'),
					response(200),
					...payloads.map(payload => sse(payload)),
					ending('complete'),
					{...request('And?'), exchange: 2},
				];
				const lengths = places.map(place => place % events.length).sort((a, b) => a - b);
				const lines: string[] = [];
				let place = nothingTold;
				for (const length of [...lengths, events.length]) {
					const next = narrate(place, foldTrace(events, length));
					lines.push(...next.lines);
					place = next.told;
				}

				assert.deepEqual(lines, told(events));
				assert.equal(lines.at(-1), 'You: And?');
				assert.ok(lines.some(line => /^(?:Answer complete|End of the answer)\./.test(line)));
			}),
		);
	});

	it('says the results of tools, and no prompt where a turn continues', () => {
		const {lines} = narrate(nothingTold, foldTrace(continuedTurn()));
		assert.equal(lines.filter(line => line.startsWith('You: ')).length, 1);
		const from = lines.indexOf('Result of weather: It is sunny.');
		assert.deepEqual(lines.slice(from, from + 3), [
			'Result of weather: It is sunny.',
			'Error of clock: no clock',
			'Claude: Sunny, at some hour.',
		]);
	});
});
