import type {AnswerBlock, ThinkingBlock} from './answer.js';
import {type DemoMessage, finishedBlock} from './demo-message.js';
import {toolJson} from './limit-answer.js';
import type {Random} from './random.js';
import {splitDeltas, splitEvenly} from './split-deltas.js';

/** One server-sent event before it is encoded. A string is sent unchanged, for data that is deliberately not JSON. */
export type StreamEvent = {
	readonly event: string;
	readonly data: {readonly type: string; readonly [field: string]: unknown} | string;
	/** The silence before this event in milliseconds. Default: the pace decides. */
	readonly pause?: number;
	/** Only the first half of the event is sent, then the connection closes. */
	readonly half?: true;
};

export const pingEvent: StreamEvent = {event: 'ping', data: {type: 'ping'}};

/** The events of a message in the API's order, with one ping. */
export function messageEvents(message: DemoMessage, random: Random): StreamEvent[] {
	const {answer} = message;
	const events = [
		messageStart(message),
		...answer.blocks.flatMap((block, index) =>
			blockEvents({block, index, deltaLength: answer.deltaLength, random}),
		),
		wire({type: 'message_delta', delta: answer.stop, usage: message.finalUsage}),
		wire({type: 'message_stop'}),
	];
	// The ping is usually the third event, as on the API, and sometimes the second, as on Vertex, or a later one.
	const at = random.chance(0.84) ? 2 : random.pick([1, 3, 4]);
	return events.toSpliced(Math.min(at, events.length - 2), 0, pingEvent);
}

/** The message before it has any content. */
function messageStart({id, model, startUsage}: DemoMessage): StreamEvent {
	return wire({
		type: 'message_start',
		message: {
			model,
			id,
			type: 'message',
			role: 'assistant',
			content: [],
			stop_reason: null,
			stop_sequence: null,
			stop_details: null,
			usage: startUsage,
		},
	});
}

type BlockContext = {
	readonly block: AnswerBlock;
	readonly index: number;
	readonly deltaLength: number | undefined;
	readonly random: Random;
};

function blockEvents({block, index, deltaLength, random}: BlockContext): StreamEvent[] {
	const {start, deltas} = blockParts(block, deltaLength, random);
	return [
		wire({type: 'content_block_start', index, content_block: start}),
		...(block.type === 'thinking' ? estimateEvents(block, index) : []),
		...deltas.map(delta => wire({type: 'content_block_delta', index, delta})),
		wire({type: 'content_block_stop', index}),
	];
}

/** Tokens in one estimate of hidden thinking. */
const estimateQuantum = 128;

/** The events during long hidden thinking: estimates of its tokens, and a ping after every fourth one. */
function estimateEvents({hiddenTokens = 0, hiddenMs = 0}: ThinkingBlock, index: number): StreamEvent[] {
	const count = hiddenMs > 0 ? Math.floor(hiddenTokens / estimateQuantum) : 0;
	const pause = Math.round(hiddenMs / (count * 1.25));
	const delta = {type: 'thinking_delta', thinking: '', estimated_tokens: estimateQuantum};
	const estimate = {...wire({type: 'content_block_delta', index, delta}), pause};
	return Array.from({length: count}, (_, at) =>
		at % 4 === 3 ? [estimate, {...pingEvent, pause}] : [estimate],
	).flat();
}

type BlockParts = {
	readonly start: Readonly<Record<string, unknown>>;
	readonly deltas: ReadonlyArray<Readonly<Record<string, unknown>>>;
};

function blockParts(block: AnswerBlock, deltaLength: number | undefined, random: Random): BlockParts {
	switch (block.type) {
		case 'text': {
			const {citations} = block;
			const pieces = deltaLength
				? splitEvenly(block.text, deltaLength)
				: splitDeltas(block.text, 'text', random);
			return {
				start: citations ? {citations: [], type: 'text', text: ''} : {type: 'text', text: ''},
				deltas: [
					...(citations ?? []).map(citation => ({type: 'citations_delta', citation})),
					...pieces.map(text => ({type: 'text_delta', text})),
				],
			};
		}
		case 'thinking': {
			const pieces = splitDeltas(block.thinking, 'thinking', random);
			return {
				start: {type: 'thinking', thinking: '', signature: ''},
				deltas: [
					...pieces.map(thinking => ({type: 'thinking_delta', thinking})),
					{type: 'signature_delta', signature: block.signature},
				],
			};
		}
		case 'tool_use':
		case 'server_tool_use': {
			const pieces = splitDeltas(toolJson(block), 'json', random);
			return {
				start: {...finishedBlock(block), input: {}},
				deltas: pieces.map(piece => ({type: 'input_json_delta', partial_json: piece})),
			};
		}
		case 'compaction': {
			const {type, content, encrypted_content} = block;
			return {
				start: {type, content: null, encrypted_content: null},
				deltas: [{type: 'compaction_delta', content, encrypted_content}],
			};
		}
		case 'fallback':
		case 'web_search_tool_result':
			return {start: finishedBlock(block), deltas: []};
	}
}

function wire(data: Exclude<StreamEvent['data'], string>): StreamEvent {
	return {event: data.type, data};
}
