import {encodeLine} from '../../source/recording/recording-format.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';

/** An event of a stream, and the silence before it in milliseconds. */
type Paced = {readonly payload: {readonly type: string}; readonly after: number};

/** The code block of the last answer, as it is copied. */
export const lastCode = "const stream = 'open';\nconst events = [];\n";

const codeBlock = `\`\`\`js\n${lastCode}\`\`\`\n`;

/** The text of the last answer, delta by delta: eighty lines, each in its own paragraph, with a code block among them. */
export const longAnswer: readonly string[] = Array.from(
	{length: 80},
	(_, index) => `Line ${index + 1} of the answer.\n\n${index === 39 ? codeBlock : ''}`,
);

const soon = 20;

const paced = (payload: Paced['payload'], after = soon): Paced => ({payload, after});

const started = (id: string): Paced =>
	paced({
		type: 'message_start',
		message: {
			id,
			type: 'message',
			role: 'assistant',
			model: 'claude-of-the-test',
			content: [],
			stop_reason: null,
			stop_sequence: null,
			usage: {input_tokens: 12, output_tokens: 1},
		},
	} as Paced['payload']);

/** A content block in pieces. The piece at `pause` comes after one and a half seconds. */
const block = (index: number, kind: 'thinking' | 'text', pieces: readonly string[], pause = -1) => [
	paced({type: 'content_block_start', index, content_block: {type: kind, [kind]: ''}} as Paced['payload']),
	...pieces.map((piece, at) =>
		paced(
			{type: 'content_block_delta', index, delta: {type: `${kind}_delta`, [kind]: piece}} as Paced['payload'],
			at === pause ? 1500 : soon,
		),
	),
	paced({type: 'content_block_stop', index} as Paced['payload']),
];

const stopped = (tokens: number): readonly Paced[] => [
	paced({
		type: 'message_delta',
		delta: {stop_reason: 'end_turn', stop_sequence: null},
		usage: {output_tokens: tokens},
	} as Paced['payload']),
	paced({type: 'message_stop'}),
];

const thinkingExchange: readonly Paced[] = [
	started('msg_1'),
	...block(0, 'thinking', ['First I ', 'count ', 'the words.'], 1),
	paced({type: 'ping'}),
	...block(1, 'text', ['Here is **the code**:\n\n', codeBlock, '\nThat is all.'], 2),
	...stopped(30),
];

const failedExchange: readonly Paced[] = [
	started('msg_2'),
	...block(0, 'text', ['It began ', 'well.']).slice(0, -1),
	paced({type: 'error', error: {type: 'overloaded_error', message: 'Overloaded'}} as Paced['payload']),
];

const longExchange: readonly Paced[] = [started('msg_3'), ...block(0, 'text', longAnswer), ...stopped(400)];

/**
 * A recording of three exchanges with something for every key: thinking without a signature, text with a code block, a ping, and two pauses of
 * over a second; an answer that ends in an error; and an answer longer than any screen.
 */
export const richRecording = (): string => {
	const events: TraceEvent[] = [];
	const messages: unknown[] = [];
	let at = 0;
	const exchanges = [
		{prompt: 'Show me code', stream: thinkingExchange, hasFailed: false},
		{prompt: 'Try to fail', stream: failedExchange, hasFailed: true},
		{prompt: 'Now a long one', stream: longExchange, hasFailed: false},
	];
	for (const [index, {prompt, stream, hasFailed}] of exchanges.entries()) {
		const place = {exchange: index + 1, attempt: 1};
		messages.push({role: 'user', content: prompt});
		events.push({
			type: 'request',
			at,
			...place,
			method: 'POST',
			url: 'https://api.anthropic.com/v1/messages',
			body: {model: 'claude-of-the-test', max_tokens: 1000, stream: true, messages: [...messages]},
		});
		at += 100;
		events.push({
			type: 'response',
			at,
			...place,
			status: 200,
			headers: {'content-type': 'text/event-stream', 'request-id': `req_${index + 1}`},
		});
		for (const [position, {payload, after}] of stream.entries()) {
			at += after;
			// Two events per read.
			const chunk = Math.floor(position / 2) + 1;
			events.push({type: 'sse', at, ...place, chunk, event: payload.type, data: JSON.stringify(payload)});
		}

		events.push({
			type: 'end',
			at: at + 1,
			exchange: index + 1,
			outcome: hasFailed ? 'failed' : 'complete',
			error: hasFailed
				? {kind: 'overloaded_error', title: 'Claude is overloaded', detail: 'Overloaded', hint: '/retry'}
				: null,
			message: null,
		});
		at += 400;
	}

	const header = {
		type: 'recording',
		version: 1,
		app: 'streamscope/test',
		startedAt: '2026-11-22T15:00:00.000Z',
		mode: 'live',
		title: 'All the keys',
	};
	return [header, ...events].map(line => encodeLine(line)).join('');
};
