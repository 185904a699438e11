import process from 'node:process';
import type Anthropic from '@anthropic-ai/sdk';
import type {MessageStream} from '@anthropic-ai/sdk/lib/MessageStream';
import type {ApiSurface} from '../messages/accumulate-message.js';
import {isToolBlock} from '../messages/vocabulary/blocks.js';
import type {SdkLane} from '../trace/sdk-lane.js';
import type {Trace} from '../trace/trace.js';
import type {EndEvent, SseTraceEvent, TraceError, TraceEvent} from '../trace/trace-event.js';
import {clientSecrets} from './client-secrets.js';
import {endedBy, endedWith} from './exchange-ending.js';
import type {Fetch} from './fetch.js';
import {type AnswerLimits, limitAnswers, limitsOf} from './limit-answers.js';
import {createSecretMask} from './secret-mask.js';
import {createMaskedTap} from './wire-tap.js';

/** What an exchange needs of a trace: to append to its end, and to see it. */
export type TraceSink = Pick<Trace, 'length' | 'at' | 'append'>;

export type ExchangeOptions = {
	readonly client: Anthropic;
	readonly fetch: Fetch;
	readonly trace: TraceSink;
	/** `null` where nobody looks at what the SDK makes of each event: listening to it costs as much as the stream itself. */
	readonly lane: SdkLane | null;
	/** Milliseconds since the recording began. */
	readonly now: () => number;
	readonly params: Omit<Anthropic.MessageCreateParams, 'stream'>;
	/** For this request alone. */
	readonly headers?: Readonly<Record<string, string>>;
	/** Which of the SDK's two message helpers asks; `stable` where nothing is said. */
	readonly surface?: ApiSurface;
	/** Where the usual ones do not do; the client’s timeout limits the silence. */
	readonly limits?: Partial<AnswerLimits>;
};

/**
 * One message on its way: the SDK's stream over a tapped wire. Iterate it, then await `finalMessage()`; hand what either
 * throws to `fail()`. Everything that passes is appended to the trace, what the SDK makes of it to the lane.
 */
export type MessageExchange = AsyncIterable<Anthropic.RawMessageStreamEvent> & {
	readonly exchange: number;
	finalMessage(): Promise<Anthropic.Message>;
	fail(error: unknown): TraceError;
	abort(): void;
};

export function startExchange(options: ExchangeOptions): MessageExchange {
	const {client, fetch, trace, lane, now} = options;
	const exchange = nextExchange(trace);
	const judge = lane === null ? noJudge : createLaneJudge(lane, options.surface ?? 'stable');
	const mask = createSecretMask(clientSecrets(client, process.env));
	const emit = (event: TraceEvent) => {
		judge.arrived(event, trace.length);
		trace.append(event);
	};

	const limited = limitAnswers(fetch, limitsOf(client, options.limits));
	const tap = createMaskedTap({fetch: limited, now, emit, exchange, mask});
	const stream = openStream(options, tap);
	judge.watch(stream);

	const end = (event: Pick<EndEvent, 'outcome' | 'error' | 'message'>) => {
		judge.ended(trace.length);
		trace.append({type: 'end', at: now(), exchange, ...event});
	};

	return {
		exchange,
		async *[Symbol.asyncIterator]() {
			for await (const event of stream) {
				judge.yielded(event);
				yield event;
			}
		},
		async finalMessage() {
			const message = await stream.finalMessage();
			end(endedWith(message, mask));
			return message;
		},
		fail(error) {
			const {described, ...ending} = endedBy(error, mask);
			judge.threw(ending.outcome === 'aborted');
			end(ending);
			return described;
		},
		abort: () => stream.abort(),
	};
}

/** The number of the exchange that comes next in a trace. */
export function nextExchange(trace: TraceSink): number {
	return (trace.at(trace.length - 1)?.exchange ?? 0) + 1;
}

function openStream({client, params, headers = {}, surface}: ExchangeOptions, tap: Fetch): MessageStream {
	const {messages, beta} = client.withOptions({fetch: tap});
	// The two helpers differ in the blocks and fields that they know; what is used of them here is the same.
	return surface === 'beta'
		? (beta.messages.stream(params as Anthropic.Beta.MessageCreateParams, {
				headers,
			}) as unknown as MessageStream)
		: messages.stream(params, {headers});
}

type LaneJudge = {
	arrived(event: TraceEvent, position: number): void;
	watch(stream: MessageStream): void;
	yielded(event: Anthropic.RawMessageStreamEvent): void;
	threw(isAbort: boolean): void;
	ended(position: number): void;
};

const noJudge: LaneJudge = {arrived() {}, watch() {}, yielded() {}, threw() {}, ended() {}};

/** What of the SDK's streams the lane listens to. The beta one has `compaction` besides; a stable one never fires it. */
type HelperSource = {on(name: string, listener: () => void): unknown};

/** Finds for each thing that the SDK says the event on the wire that it speaks of: both come in the same order. */
function createLaneJudge(lane: SdkLane, surface: ApiSurface): LaneJudge {
	const waiting: number[] = [];
	/** Of the events that are still to be yielded. No `WeakMap`: in a stream of a million events that holds back 200 MB. */
	const helpersOf = new Map<object, string[]>();
	let loose: string[] = [];
	let current: string[] | null = null;
	let responsePosition: number | null = null;

	const fired = (helper: string) => (current ?? loose).push(helper);
	const settle = (verdict: 'yielded' | 'thrown' | 'dropped', helpers: readonly string[] = []) => {
		const position = waiting.shift();
		if (position === undefined) {
			return;
		}

		lane.judge(position, verdict);
		for (const helper of helpers) {
			lane.fired(position, helper);
		}
	};

	return {
		arrived(event, position) {
			if (event.type === 'response') {
				responsePosition = position;
			} else if (event.type === 'sse') {
				lane.judge(position, isHandedOn(event) ? 'pending' : 'dropped');
				if (isHandedOn(event)) {
					waiting.push(position);
				}
			}
		},
		watch(stream) {
			stream.on('connect', () => {
				if (responsePosition !== null) {
					lane.fired(responsePosition, 'connect');
				}
			});
			stream.on('streamEvent', (event, snapshot) => {
				current = ['streamEvent'];
				helpersOf.set(event, current);
				// The SDK parses the whole tool input for each `inputJson` listener call; that it fires is known without one.
				if (
					event.type === 'content_block_delta' &&
					event.delta.type === 'input_json_delta' &&
					tracksToolInput(snapshot.content.at(-1)?.type ?? '', surface)
				) {
					current.push('inputJson');
				}
			});
			const helpers: HelperSource = stream;
			for (const name of eventHelpers) {
				helpers.on(name, () => fired(name));
			}

			for (const name of ['finalMessage', 'error', 'abort', 'end'] as const) {
				stream.on(name, () => loose.push(name));
			}
		},
		yielded(event) {
			settle('yielded', helpersOf.get(event) ?? []);
			helpersOf.delete(event);
		},
		threw(isAbort) {
			if (!isAbort) {
				settle('thrown');
			}
		},
		ended(position) {
			while (waiting.length > 0) {
				settle('dropped');
			}

			for (const helper of loose) {
				lane.fired(position, helper);
			}

			loose = [];
		},
	};
}

/** The helper events that speak of one event of the wire, besides `streamEvent` and `inputJson`. */
const eventHelpers = ['text', 'thinking', 'citation', 'signature', 'compaction', 'contentBlock', 'message'];

/** Source of the rule: `tracksToolInput` in the SDK's lib/MessageStream.ts and lib/BetaMessageStream.ts. */
function tracksToolInput(block: string, surface: ApiSurface): boolean {
	return isToolBlock(block) && (surface === 'beta' || block !== 'mcp_tool_use');
}

/**
 * False for what the SDK drops without a word: pings, events without a name or without data, and one that never ended.
 * Source of the rule: the SDK's `core/streaming.ts`, `Stream.fromSSEResponse`.
 */
function isHandedOn({event, data, unterminated}: SseTraceEvent): boolean {
	return event !== null && event !== 'ping' && data !== '' && unterminated !== true;
}
