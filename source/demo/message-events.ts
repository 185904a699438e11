import type {AnswerBlock, Interlude, ThinkingBlock} from './answer.js';
import {type DemoMessage, finishedBlock} from './demo-message.js';
import {toolJson} from './limit-answer.js';
import type {Random} from './random.js';
import {splitDeltas, splitEvenly} from './split-deltas.js';
import {pingEvent, type StreamEvent, type TimedEvent} from './stream-event.js';

/** The events of a message in the API's order, with one ping unless the answer has pings of its own. */
export function messageEvents(message: DemoMessage, random: Random): StreamEvent[] {
	const {answer} = message;
	const {deltaLength, interludes = []} = answer;
	const before = (index: number) =>
		interludes.filter(({block, at}) => block === index && at === null).flatMap(({events}) => events);
	const events = withoutWaits([
		messageStart(message),
		...answer.blocks.flatMap((block, index) => {
			const within = interludes.filter(interlude => interlude.block === index && interlude.at !== null);
			return [...before(index), ...blockEvents({block, index, deltaLength, interludes: within, random})];
		}),
		...before(Number.POSITIVE_INFINITY),
		wire({type: 'message_delta', delta: answer.stop, usage: message.finalUsage}),
		wire({type: 'message_stop'}),
	]);
	if (interludes.some(interlude => interlude.events.includes(pingEvent))) {
		return events;
	}

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
	/** Those within the block. */
	readonly interludes: readonly Interlude[];
	readonly random: Random;
};

/** A silence before an event replaces what the pace would have been. */
function withoutWaits(events: readonly TimedEvent[]): StreamEvent[] {
	let pause: number | undefined;
	return events.flatMap(event => {
		if ('wait' in event) {
			pause = (pause ?? 0) + event.wait;
			return [];
		}

		const paused = pause === undefined ? event : {...event, pause};
		pause = undefined;
		return [paused];
	});
}

function blockEvents(context: BlockContext): TimedEvent[] {
	const {block, index} = context;
	const {start, deltas} = blockParts(context);
	return [
		wire({type: 'content_block_start', index, content_block: start}),
		...(block.type === 'thinking' ? estimateEvents(block, index) : []),
		...deltas.map(delta =>
			'type' in delta ? wire({type: 'content_block_delta', index, delta}) : delta.besides,
		),
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
	readonly deltas: readonly BlockDelta[];
};

/** A delta, or what comes between two of them. */
type BlockDelta = {readonly type: string; readonly [field: string]: unknown} | {readonly besides: TimedEvent};

function blockParts(context: BlockContext): BlockParts {
	const {block, random} = context;
	switch (block.type) {
		case 'text': {
			const {citations} = block;
			return {
				start: citations ? {citations: [], type: 'text', text: ''} : {type: 'text', text: ''},
				deltas: [
					...(citations ?? []).map(citation => ({type: 'citations_delta', citation})),
					...textDeltas(block.text, context, text => ({type: 'text_delta', text})),
				],
			};
		}
		case 'thinking': {
			return {
				start: {type: 'thinking', thinking: '', signature: ''},
				deltas: [
					...textDeltas(block.thinking, context, thinking => ({type: 'thinking_delta', thinking})),
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
		case 'given':
		case 'web_search_tool_result':
			return {start: finishedBlock(block), deltas: []};
	}
}

/** The deltas of a text, cut at each interlude. An interlude behind the end of a text that was cut short is left out. */
function textDeltas(
	text: string,
	{block, deltaLength, interludes, random}: BlockContext,
	delta: (piece: string) => BlockDelta,
): BlockDelta[] {
	const kind = block.type === 'thinking' ? 'thinking' : 'text';
	const pieces = (part: string) =>
		deltaLength === undefined ? splitDeltas(part, kind, random) : splitEvenly(part, deltaLength);
	const places = interludes.filter(({at}) => (at ?? 0) <= text.length);
	return [
		...pieces(text.slice(0, places[0]?.at ?? text.length)).map(delta),
		...places.flatMap(({at, events}, index) => [
			...events.map(besides => ({besides})),
			...pieces(text.slice(at ?? 0, places[index + 1]?.at ?? text.length)).map(delta),
		]),
	];
}

function wire(data: Exclude<StreamEvent['data'], string>): StreamEvent {
	return {event: data.type, data};
}
