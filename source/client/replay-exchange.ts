import Anthropic from '@anthropic-ai/sdk';
import {type LaneEntry, SdkLane} from '../trace/sdk-lane.js';
import {asksForStream, shouldStream} from '../trace/should-stream.js';
import type {EndEvent, RequestEvent, TraceEvent} from '../trace/trace-event.js';
import {type MessageExchange, startExchange, type TraceSink} from './message-exchange.js';
import {createReplayFetch, type ReplayEnding} from './replay-fetch.js';
import {startWholeExchange} from './whole-exchange.js';

/** An event and its place in the trace. */
export type PlacedEvent = {readonly event: TraceEvent; readonly position: number};

/**
 * Runs the official SDK over the bytes of a recorded exchange, without a network: its last attempt, since the SDK sees a stream only there.
 * What the SDK made of each event goes into `lane`, at the event's place; how it ended for the SDK is given back. `breathe` is awaited
 * now and then, so that a screen stays alive: a stream of 100,000 events takes the SDK some seconds.
 */
export async function replayExchange(
	recorded: readonly PlacedEvent[],
	lane: SdkLane,
	breathe: () => Promise<unknown> = async () => {},
): Promise<EndEvent> {
	const last = recorded.findLast(({event}) => event.type === 'request')?.event;
	const attempt = last?.type === 'request' ? last : null;
	const events = recorded.filter(({event}) => event.type !== 'end' && event.attempt === attempt?.attempt);
	const end = recorded.findLast(({event}) => event.type === 'end')?.event;
	const trace = new ScratchTrace();
	const scratchLane = new SdkLane();
	let exchange: MessageExchange | null = null;
	const known = end?.type === 'end' ? end : endOfOpen(events);
	const ending = endingOf(known, () => exchange?.abort());
	const fetch = createReplayFetch(
		events.map(({event}) => event),
		ending,
	);
	const start = isWhole(events, attempt) ? startWholeExchange : startExchange;
	exchange = start({
		client: new Anthropic({
			apiKey: 'replay',
			authToken: null,
			baseURL: 'http://replay.invalid',
			maxRetries: 0,
			logLevel: 'off',
		}),
		fetch,
		trace,
		lane: scratchLane,
		now: () => 0,
		params: {model: 'replay', max_tokens: 1, messages: []},
		surface: attempt?.url.includes('beta=true') === true ? 'beta' : 'stable',
	});
	await runExchange(exchange, breathe);
	copyLane(trace.sse, scratchLane, events, lane);
	put(lane, placeOf(events, 'response'), scratchLane.at(1));
	put(lane, placeOf(recorded, 'end'), scratchLane.at(trace.length - 1));
	return trace.end;
}

/** Whether the answer came in one piece and was meant to. */
function isWhole(events: readonly PlacedEvent[], request: RequestEvent | null): boolean {
	const response = events.find(({event}) => event.type === 'response')?.event;
	const body = events.find(({event}) => event.type === 'body')?.event;
	const isAnswered = response?.type === 'response' && body?.type === 'body';
	return isAnswered && !asksForStream(request) && !shouldStream({request, response, body});
}

/** How many events the SDK takes at a stretch: some milliseconds. */
const stretch = 256;

async function runExchange(exchange: MessageExchange, breathe: () => Promise<unknown>): Promise<void> {
	let count = 0;
	try {
		for await (const _ of exchange) {
			// What the SDK says of each event goes into the lane.
			count++;
			if (count % stretch === 0) {
				await breathe();
			}
		}

		await exchange.finalMessage();
	} catch (error) {
		exchange.fail(error);
	}
}

/** An exchange without its end is whole where its last event came; otherwise more may have followed, which nobody knows. */
function endOfOpen(events: readonly PlacedEvent[]): Pick<EndEvent, 'outcome' | 'error'> {
	const isWhole = events.some(
		({event}) => event.type === 'body' || (event.type === 'sse' && event.event === 'message_stop'),
	);
	const isAnswered = events.some(({event}) => event.type === 'response');
	return {outcome: isWhole || !isAnswered ? 'complete' : 'aborted', error: null};
}

function endingOf(end: Pick<EndEvent, 'outcome' | 'error'>, abort: () => void): ReplayEnding {
	if (end.outcome === 'aborted') {
		return {atEnd: abort};
	}

	return end.error?.kind === 'connection_lost' || end.error?.kind === 'timeout' ? 'error' : 'end';
}

/** Counts what the replay brings; it is all in the recording already. */
class ScratchTrace implements TraceSink {
	length = 0;
	/** The positions of its server-sent events. */
	readonly sse: number[] = [];
	#last: TraceEvent | undefined;

	at(position: number): TraceEvent | undefined {
		return position === this.length - 1 ? this.#last : undefined;
	}

	append(event: TraceEvent): void {
		if (event.type === 'sse') {
			this.sse.push(this.length);
		}

		this.#last = event;
		this.length++;
	}

	/** How the exchange ended, which is the last thing that an exchange says. */
	get end(): EndEvent {
		if (this.#last?.type !== 'end') {
			throw new Error('The replay has not ended.');
		}

		return this.#last;
	}
}

/** The n-th event of the replay is the n-th of the recording. The SDK reads no further once it has thrown: it dropped the rest. */
function copyLane(
	replayed: readonly number[],
	scratch: SdkLane,
	events: readonly PlacedEvent[],
	lane: SdkLane,
): void {
	let index = 0;
	for (const {event, position} of events) {
		if (event.type === 'sse') {
			const from = replayed[index++];
			put(lane, position, from === undefined ? {verdict: 'dropped', helpers: []} : scratch.at(from));
		}
	}
}

function put(lane: SdkLane, position: number | undefined, {verdict, helpers}: LaneEntry): void {
	if (position !== undefined) {
		lane.judge(position, verdict);
		for (const helper of helpers) {
			lane.fired(position, helper);
		}
	}
}

function placeOf(events: readonly PlacedEvent[], type: TraceEvent['type']): number | undefined {
	return events.find(({event}) => event.type === type)?.position;
}
