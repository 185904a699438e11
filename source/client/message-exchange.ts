import type Anthropic from '@anthropic-ai/sdk';
import type {MessageStream} from '@anthropic-ai/sdk/lib/MessageStream';
import {isToolBlock} from '../protocol/accumulate-message.js';
import type {SdkLane} from '../trace/sdk-lane.js';
import type {Trace} from '../trace/trace.js';
import type {SseTraceEvent, TraceError, TraceEvent} from '../trace/trace-event.js';
import type {Fetch} from './create-client.js';
import {describeError} from './describe-error.js';
import {createWireTap} from './wire-tap.js';

export type ExchangeOptions = {
	readonly client: Anthropic;
	readonly fetch: Fetch;
	readonly trace: Trace;
	readonly lane: SdkLane;
	/** Milliseconds since the recording began. */
	readonly now: () => number;
	readonly params: Omit<Anthropic.MessageCreateParams, 'stream'>;
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

export function startExchange({client, fetch, trace, lane, now, params}: ExchangeOptions): MessageExchange {
	const exchange = (trace.at(trace.length - 1)?.exchange ?? 0) + 1;
	const judge = createLaneJudge(lane);
	const emit = (event: TraceEvent) => {
		judge.arrived(event, trace.length);
		trace.append(event);
	};

	const tap = createWireTap({fetch, now, emit, exchange});
	const stream = client.withOptions({fetch: tap}).messages.stream(params);
	judge.watch(stream);

	const end = (event: {
		outcome: 'complete' | 'aborted' | 'failed';
		error: TraceError | null;
		message: unknown;
	}) => {
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
			end({outcome: 'complete', error: null, message: toPlain(message)});
			return message;
		},
		fail(error) {
			const described = describeError(error);
			const isAbort = described.kind === 'aborted';
			judge.threw(isAbort);
			end({outcome: isAbort ? 'aborted' : 'failed', error: isAbort ? null : described, message: null});
			return described;
		},
		abort: () => stream.abort(),
	};
}

/** A copy, since the SDK's objects are its own and change; without `parsed_output`, which the SDK adds and the wire does not know. */
function toPlain(message: Anthropic.Message): unknown {
	const {parsed_output: _, ...plain} = JSON.parse(JSON.stringify(message));
	return plain;
}

type LaneJudge = {
	arrived(event: TraceEvent, position: number): void;
	watch(stream: MessageStream): void;
	yielded(event: Anthropic.RawMessageStreamEvent): void;
	threw(isAbort: boolean): void;
	ended(position: number): void;
};

/** Finds for each thing that the SDK says the event on the wire that it speaks of: both come in the same order. */
function createLaneJudge(lane: SdkLane): LaneJudge {
	const waiting: number[] = [];
	const helpersOf = new WeakMap<object, string[]>();
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
					isToolBlock(snapshot.content.at(-1)?.type ?? '')
				) {
					current.push('inputJson');
				}
			});
			for (const name of ['text', 'thinking', 'citation', 'signature', 'contentBlock', 'message'] as const) {
				stream.on(name, () => fired(name));
			}

			for (const name of ['finalMessage', 'error', 'abort', 'end'] as const) {
				stream.on(name, () => loose.push(name));
			}
		},
		yielded: event => settle('yielded', helpersOf.get(event) ?? []),
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

/**
 * False for what the SDK drops without a word: pings, events without a name or without data, and one that never ended.
 * Source of the rule: the SDK's `core/streaming.ts`, `Stream.fromSSEResponse`.
 */
function isHandedOn({event, data, unterminated}: SseTraceEvent): boolean {
	return event !== null && event !== 'ping' && data !== '' && unterminated !== true;
}
