import type {AnswerBlock, DemoAnswer} from './answer.js';
import {inputText} from './conversation.js';
import {createId} from './create-id.js';
import {blockTokens, limitAnswer} from './limit-answer.js';
import type {MessagesRequest} from './messages-request.js';
import {cachedInput} from './prompt-cache.js';
import type {Random} from './random.js';
import {countTokens} from './tokens.js';

/** An answer that is ready to be sent: its id, its model, and its usage. */
export type DemoMessage = {
	readonly id: string;
	readonly model: string;
	readonly answer: DemoAnswer;
	/** The usage in `message_start`, with a provisional output count. */
	readonly startUsage: Readonly<Record<string, unknown>>;
	/** The usage in `message_delta`: cumulative totals. */
	readonly finalUsage: Readonly<Record<string, unknown>>;
};

/** Applies the limits of the request to a scenario's answer and adds up the tokens. */
export function buildMessage(
	planned: DemoAnswer,
	request: MessagesRequest,
	{random, ids}: {readonly random: Random; readonly ids: Random},
): DemoMessage {
	const answer = limitAnswer(planned, {
		maxTokens: Math.min(
			request.max_tokens ?? Number.POSITIVE_INFINITY,
			planned.maxTokens ?? Number.POSITIVE_INFINITY,
		),
		stopSequences: [...(request.stop_sequences ?? []), ...(planned.stopSequences ?? [])],
	});
	const outputTokens = sum(answer.blocks.map(blockTokens));
	const thinking = answer.blocks.filter(block => block.type === 'thinking');
	const {toolInputTokens = 0, webSearches = 0} = answer;
	const cached = answer.cache === undefined ? cachedInput(request, countInputTokens) : null;
	const {written = 0, read = 0} = answer.cache ?? cached ?? {};
	const sent = cached?.rest ?? countInputTokens(request);
	const long = cached?.isLong ? written : 0;
	const input = {input_tokens: sent + toolInputTokens, ...cacheCounts(written, read)};
	const {earlier} = answer;

	return {
		id: createId('msg', ids),
		model: request.model,
		answer,
		startUsage: {
			input_tokens: sent,
			...cacheCounts(written, earlier?.tokens.cached ?? read),
			cache_creation: {ephemeral_5m_input_tokens: written - long, ephemeral_1h_input_tokens: long},
			output_tokens: Math.min(outputTokens, random.integer(1, 8)),
			service_tier: 'standard',
			inference_geo: 'global',
			...withoutOutput(answer.usage),
		},
		finalUsage: {
			...input,
			output_tokens: outputTokens,
			...(thinking.length > 0 && {output_tokens_details: {thinking_tokens: sum(thinking.map(blockTokens))}}),
			...(webSearches > 0 && {server_tool_use: {web_search_requests: webSearches, web_fetch_requests: 0}}),
			...(earlier && {iterations: listIterations(answer, request, {...input, output_tokens: outputTokens})}),
			...answer.usage,
		},
	};
}

/** At the start, only the input is known. */
function withoutOutput(usage: DemoAnswer['usage']): DemoAnswer['usage'] {
	const isOutput = (name: string) => /output|server_tool_use|iterations/.test(name);
	return Object.fromEntries(Object.entries(usage ?? {}).filter(([name]) => !isOutput(name)));
}

function cacheCounts(written: number, read: number) {
	return {cache_creation_input_tokens: written, cache_read_input_tokens: read};
}

/** The usage of each attempt, oldest first. A fallback model's entry has its own type. */
function listIterations({earlier, blocks}: DemoAnswer, request: MessagesRequest, last: object) {
	const fallback = blocks.find(block => block.type === 'fallback');
	const final = fallback
		? {type: 'fallback_message', model: fallback.to.model, ...last}
		: {type: 'message', model: request.model, ...last};
	if (earlier === undefined) {
		return [final];
	}

	const {type, tokens} = earlier;
	const first = {
		type,
		...(type === 'message' && {model: request.model}),
		input_tokens: tokens.input,
		...cacheCounts(0, tokens.cached),
		output_tokens: tokens.output,
	};
	return [first, final];
}

/** The tokens of a request, including a few that the API adds for each message. */
export function countInputTokens(request: MessagesRequest): number {
	return countTokens(inputText(request)) + 3 + 4 * request.messages.length;
}

/** The block as it appears in a message that is not streamed. */
export function finishedBlock(block: AnswerBlock): Readonly<Record<string, unknown>> {
	switch (block.type) {
		case 'text':
		case 'fallback':
		case 'compaction':
			return block;
		case 'thinking':
			return {type: block.type, thinking: block.thinking, signature: block.signature};
		case 'tool_use':
		case 'server_tool_use': {
			const {type, id, name, input} = block;
			return {type, id, name, input, caller: {type: 'direct'}};
		}
		case 'given':
			return block.block;
		case 'web_search_tool_result':
			return {...block, caller: {type: 'direct'}};
	}
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
