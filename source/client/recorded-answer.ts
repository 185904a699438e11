import Anthropic from '@anthropic-ai/sdk';
import {type ApiSurface, surfaceOf} from '../messages/api-surface.js';
import {asksForStream, shouldStream} from '../trace/should-stream.js';
import type {EndEvent, RequestEvent, TraceEvent} from '../trace/trace-event.js';
import type {Fetch} from './fetch.js';
import {createReplayFetch, type ReplayEnding} from './replay-fetch.js';

/** An event of an answer, and its position in the trace. */
export type PlacedEvent = {readonly event: Exclude<TraceEvent, EndEvent>; readonly position: number};

/** The last attempt of a recorded exchange, ready to be given to the SDK once more. */
export type RecordedAnswer = {
	/** The request and the server's events. Iterated, because a list would be as long as the stream. */
	readonly answer: () => Generator<PlacedEvent>;
	/** Whether the answer was not streamed, as requested. */
	readonly isWhole: boolean;
	readonly surface: ApiSurface;
	/** A `fetch` that answers with the recorded bytes. `abort` is called after the last byte of an exchange that was interrupted. */
	readonly fetch: (abort: () => void) => Fetch;
};

/** `positions` are the places of the exchange's events in the trace. */
export function recordedAnswer(trace: readonly TraceEvent[], positions: readonly number[]): RecordedAnswer {
	const lastOf = (type: TraceEvent['type']) =>
		trace[positions.findLast(position => trace[position]?.type === type) ?? -1];
	const last = lastOf('request');
	const attempt = last?.type === 'request' ? last : null;
	const answer = () => answerOf(trace, positions, attempt);
	const end = lastOf('end');
	const known = end?.type === 'end' ? end : endOfOpen(answer);
	return {
		answer,
		isWhole: isWholeAnswer(answer, attempt),
		surface: attempt === null ? 'stable' : surfaceOf(attempt),
		fetch: abort => createReplayFetch(() => answer().map(({event}) => event), endingOf(known, abort)),
	};
}

/** A client that sends nothing. Without `fetch`, it must be given one. */
export function replayClient(fetch?: Fetch): Anthropic {
	return new Anthropic({
		...(fetch === undefined ? {} : {fetch}),
		apiKey: 'replay',
		authToken: null,
		baseURL: 'http://replay.invalid',
		maxRetries: 0,
		logLevel: 'off',
	});
}

export const replayParams = {model: 'replay', max_tokens: 1, messages: []};

function isWholeAnswer(answer: () => Generator<PlacedEvent>, request: RequestEvent | null): boolean {
	const part = (type: TraceEvent['type']) => answer().find(({event}) => event.type === type)?.event;
	const response = part('response');
	const body = part('body');
	const isAnswered = response?.type === 'response' && body?.type === 'body';
	return isAnswered && !asksForStream(request) && !shouldStream({request, response, body});
}

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
