import {setImmediate as nextTurn} from 'node:timers/promises';
import Anthropic from '@anthropic-ai/sdk';
import {surfaceOf} from '../messages/api-surface.js';
import {type LaneEntry, SdkLane} from '../trace/sdk-lane.js';
import {asksForStream, shouldStream} from '../trace/should-stream.js';
import type {EndEvent, RequestEvent, TraceEvent} from '../trace/trace-event.js';
import {type MessageExchange, startExchange, type TraceSink} from './message-exchange.js';
import {createReplayFetch, type ReplayEnding, stretch} from './replay-fetch.js';
import {startWholeExchange} from './whole-exchange.js';

/**
 * Runs the official SDK over the bytes of a recorded exchange, without a network. Only the last attempt is replayed, since only it reached the
 * SDK as a stream. `positions` are the places of the exchange's events in the trace. Fills `lane` with what the SDK did with each event, and
 * returns how the exchange ended for the SDK. Yields to other tasks from time to time, since 100,000 events take the SDK a second.
 */
export async function replayExchange(
	trace: readonly TraceEvent[],
	positions: readonly number[],
	lane: SdkLane,
): Promise<EndEvent> {
	const lastOf = (type: TraceEvent['type']) =>
		trace[positions.findLast(position => trace[position]?.type === type) ?? -1];
	const last = lastOf('request');
	const attempt = last?.type === 'request' ? last : null;
	const answer = () => answerOf(trace, positions, attempt);
	const end = lastOf('end');
	const scratch = new ScratchTrace();
	const scratchLane = new SdkLane();
	let exchange: MessageExchange | null = null;
	const known = end?.type === 'end' ? end : endOfOpen(answer);
	const ending = endingOf(known, () => exchange?.abort());
	const fetch = createReplayFetch(() => answer().map(({event}) => event), ending);
	const start = isWhole(answer, attempt) ? startWholeExchange : startExchange;
	exchange = start({
		client: new Anthropic({
			apiKey: 'replay',
			authToken: null,
			baseURL: 'http://replay.invalid',
			maxRetries: 0,
			logLevel: 'off',
		}),
		fetch,
		trace: scratch,
		lane: scratchLane,
		now: () => 0,
		params: {model: 'replay', max_tokens: 1, messages: []},
		surface: attempt === null ? 'stable' : surfaceOf(attempt),
	});
	await runExchange(exchange);
	for (const [position, entry] of laneOf(answer(), scratchLane, scratch.sseCount)) {
		lane.put(position, entry);
	}

	const ended = positions.find(position => trace[position]?.type === 'end');
	if (ended !== undefined) {
		lane.put(ended, scratchLane.at(scratch.length - 1));
	}

	return scratch.end;
}

type PlacedEvent = {readonly event: Exclude<TraceEvent, EndEvent>; readonly position: number};

/** Whether the answer was not streamed, as requested. */
function isWhole(answer: () => Generator<PlacedEvent>, request: RequestEvent | null): boolean {
	const part = (type: TraceEvent['type']) => answer().find(({event}) => event.type === type)?.event;
	const response = part('response');
	const body = part('body');
	const isAnswered = response?.type === 'response' && body?.type === 'body';
	return isAnswered && !asksForStream(request) && !shouldStream({request, response, body});
}

/** The request and the server's events of one attempt. Iterated, because a list would be as long as the stream. */
function* answerOf(
	trace: readonly TraceEvent[],
	positions: readonly number[],
	attempt: RequestEvent | null,
): Generator<PlacedEvent> {
	for (const position of positions) {
		const event = trace[position];
		if (event !== undefined && event.type !== 'end' && event.attempt === attempt?.attempt) {
			yield {event, position};
		}
	}
}

async function runExchange(exchange: MessageExchange): Promise<void> {
	let count = 0;
	try {
		for await (const _ of exchange) {
			// The lane gets the SDK's reaction to each event.
			count++;
			if (count % stretch === 0) {
				await nextTurn();
			}
		}

		await exchange.finalMessage();
	} catch (error) {
		exchange.fail(error);
	}
}

/** An exchange without an end is complete if its last event arrived. Otherwise more may have followed. */
function endOfOpen(answer: () => Generator<PlacedEvent>): Pick<EndEvent, 'outcome' | 'error'> {
	const isWhole = answer().some(
		({event}) => event.type === 'body' || (event.type === 'sse' && event.event === 'message_stop'),
	);
	const isAnswered = answer().some(({event}) => event.type === 'response');
	return {outcome: isWhole || !isAnswered ? 'complete' : 'aborted', error: null};
}

function endingOf(end: Pick<EndEvent, 'outcome' | 'error'>, abort: () => void): ReplayEnding {
	if (end.outcome === 'aborted') {
		return {atEnd: abort};
	}

	return end.error?.kind === 'connection_lost' || end.error?.kind === 'timeout' ? 'error' : 'end';
}

/** Only counts the replayed events, since the recording already has them all. */
class ScratchTrace implements TraceSink {
	length = 0;
	sseCount = 0;
	#last: TraceEvent | undefined;

	at(position: number): TraceEvent | undefined {
		return position === this.length - 1 ? this.#last : undefined;
	}

	append(event: TraceEvent): void {
		this.sseCount += event.type === 'sse' ? 1 : 0;
		this.#last = event;
		this.length++;
	}

	/** The end of the exchange, which is its last event. */
	get end(): EndEvent {
		if (this.#last?.type !== 'end') {
			throw new Error('The replay has not ended.');
		}

		return this.#last;
	}
}

const unread: LaneEntry = {verdict: 'dropped', helpers: []};

/**
 * A replay has the request first, then the response, then the stream's events, so its n-th event is the n-th of the recording. The SDK stops
 * reading once it has thrown, so it dropped the rest.
 */
function* laneOf(
	answer: Iterable<PlacedEvent>,
	scratch: SdkLane,
	sseCount: number,
): Generator<[position: number, entry: LaneEntry]> {
	let index = 0;
	for (const {event, position} of answer) {
		if (event.type === 'sse') {
			yield [position, index < sseCount ? scratch.at(index + 2) : unread];
			index++;
		} else if (event.type === 'response') {
			yield [position, scratch.at(1)];
		}
	}
}
