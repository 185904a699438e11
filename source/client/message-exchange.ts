import process from 'node:process';
import type Anthropic from '@anthropic-ai/sdk';
import type {MessageStream} from '@anthropic-ai/sdk/lib/MessageStream';
import type {ApiSurface} from '../messages/api-surface.js';
import {isToolBlock} from '../messages/vocabulary/blocks.js';
import type {SdkLane} from '../trace/sdk-lane.js';
import type {Trace} from '../trace/trace.js';
import type {EndEvent, SseTraceEvent, TraceError, TraceEvent} from '../trace/trace-event.js';
import {clientSecrets} from './client-secrets.js';
import {endedBy, endedWith} from './exchange-ending.js';
import type {Fetch} from './fetch.js';
import {type AnswerLimits, limitAnswers, limitsOf} from './limit-answers.js';
import {messagesResource, surfaceOfExchange} from './messages-resource.js';
import {usualRest} from './read-rest.js';
import {createSecretMask} from './secret-mask.js';
import {createWireFacts} from './wire-facts.js';
import {createMaskedTap} from './wire-tap.js';

/** What an exchange needs from a trace. */
export type TraceSink = Pick<Trace, 'length' | 'at' | 'append'>;

export type ExchangeOptions = {
	readonly client: Anthropic;
	readonly fetch: Fetch;
	readonly trace: TraceSink;
	/** The SDK lane; `null` if it is not needed, because listening to the SDK costs as much as the stream itself. */
	readonly lane: SdkLane | null;
	/** Milliseconds since the recording began. */
	readonly now: () => number;
	readonly params: Omit<Anthropic.MessageCreateParams, 'stream'>;
	/** For this request alone. */
	readonly headers?: Readonly<Record<string, string>>;
	/** Which of the SDK's two message helpers to use; without it, the one for the betas in `headers`. */
	readonly surface?: ApiSurface;
	/** Limits other than the default ones. The client's timeout limits the silence. */
	readonly limits?: Partial<AnswerLimits>;
};

/**
 * A running exchange: the SDK's stream over a tapped wire. Iterate it, then await `finalMessage()`, and pass any error to `fail()`. Wire
 * events are appended to the trace, the SDK's reactions to the SDK lane.
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
	const judge = lane === null ? noJudge : createLaneJudge(lane, surfaceOfExchange(options));
	const mask = createSecretMask(clientSecrets(client, process.env));
	const facts = createWireFacts();
	const emit = (event: TraceEvent) => {
		facts.see(event);
		judge.arrived(event, trace.length);
		trace.append(event);
	};

	const limited = limitAnswers(fetch, limitsOf(client, options.limits));
	const tap = createMaskedTap({fetch: limited, now, emit, exchange, mask, rest: usualRest});
	const stream = messagesResource(options, tap).stream(options.params, {headers: options.headers ?? {}});
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
			const {described, ...ending} = endedBy(error, mask, facts);
			judge.threw(ending.outcome === 'aborted');
			end(ending);
			return described;
		},
		abort: () => stream.abort(),
	};
}

/** The number of the next exchange in a trace. */
export function nextExchange(trace: TraceSink): number {
	return (trace.at(trace.length - 1)?.exchange ?? 0) + 1;
}

type LaneJudge = {
	arrived(event: TraceEvent, position: number): void;
	watch(stream: MessageStream): void;
	yielded(event: Anthropic.RawMessageStreamEvent): void;
	threw(isAbort: boolean): void;
	ended(position: number): void;
};

const noJudge: LaneJudge = {arrived() {}, watch() {}, yielded() {}, threw() {}, ended() {}};

/** The SDK stream's events that the lane listens to. Only the beta stream fires `compaction`. */
type HelperSource = {on(name: string, listener: () => void): unknown};

/** Matches each report of the SDK to its wire event. Both come in the same order. */
function createLaneJudge(lane: SdkLane, surface: ApiSurface): LaneJudge {
	const waiting: number[] = [];
	/** Only for events that are not yielded yet. Not a `WeakMap`, which would keep 200 MB in a stream of a million events. */
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
				// With an `inputJson` listener, the SDK parses the whole tool input on each call. Without one, it is still known when it fires.
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

/** The helper events that belong to one wire event, besides `streamEvent` and `inputJson`. */
const eventHelpers = ['text', 'thinking', 'citation', 'signature', 'compaction', 'contentBlock', 'message'];

/** Source of the rule: `tracksToolInput` in the SDK's lib/MessageStream.ts and lib/BetaMessageStream.ts. */
function tracksToolInput(block: string, surface: ApiSurface): boolean {
	return isToolBlock(block) && (surface === 'beta' || block !== 'mcp_tool_use');
}

/**
 * False for what the SDK drops silently: pings, events without a name or data, and an event that never ended.
 * Source of the rule: the SDK's `core/streaming.ts`, `Stream.fromSSEResponse`.
 */
export function isHandedOn({event, data, unterminated}: SseTraceEvent): boolean {
	return event !== null && event !== 'ping' && data !== '' && unterminated !== true;
}
