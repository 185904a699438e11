import {isEventStream} from '../wire/is-event-stream.js';
import {recordedHeaders} from '../wire/recorded-headers.js';
import type {RestLimits} from './read-rest.js';
import {
	answerEnding,
	type BodyEnding,
	type ExchangeEnding,
	type ReadBody,
	requestEnding,
} from './tap-ending.js';
import {type AttemptPlace, retryDelay, type TapExchanges} from './tap-exchanges.js';
import {createTapReader, defaultBodyLimit, type TapReader} from './tap-reader.js';
import type {TappedRequest} from './tap-request.js';
import {withTappedBody} from './tap-response.js';
import {type TellOptions, tellRequest} from './tell-request.js';

export type AttemptOptions = TellOptions & {
	readonly bodyLimit?: number;
	readonly exchanges: TapExchanges;
	/** How far a stream is read on after its reader has given up. Without it, not at all. */
	readonly rest?: RestLimits;
};

/** One running request. Neither method throws. */
export type TappedAttempt = {
	readonly request: TappedRequest;
	/** The response that the program gets. */
	responded(response: Response): Response;
	failed(error: unknown): void;
};

export function tapAttempt(options: AttemptOptions, request: TappedRequest): TappedAttempt {
	const {now, guard, mask, exchanges, number} = options;
	mask.learn(request.headers, request.rawUrl);
	const retries = retriesOf(request.headers);
	const place = placeOf(options, request, retries);
	const told = tellRequest(options, request, place);
	const isAborted = () =>
		request.signal?.aborted === true && nameOf(request.signal.reason) !== 'TimeoutError';

	const end = (how: ExchangeEnding, retryIn: number | null) => {
		if (number !== undefined) {
			return;
		}

		const event = {type: 'end', at: now(), exchange: place.exchange, ...how} as const;
		if (retryIn === null) {
			told.emit(event);
		} else {
			exchanges.hold(place, retryIn, () => told.emit(event));
		}
	};

	const answer = (response: Response): Response => {
		const {status, ok: isOk} = response;
		const headers = headersOf(response);
		told.emit({type: 'response', at: now(), ...place, status, headers: recordedHeaders(headers)});
		const isStream = told.asksForStream() ?? isEventStream(headers.get('content-type'));
		const finish = (ending: BodyEnding, body: ReadBody) => {
			const how = ending.kind === 'failed' && isAborted() ? ({kind: 'cancelled'} as const) : ending;
			// The SDK reads the answer of its last attempt and cancels the answer of an attempt that it repeats.
			const isRepeated = retries !== null && !isOk && (how.kind === 'cancelled' || response.body === null);
			end(
				answerEnding({status, isOk, isStream, ending: how, body}),
				isRepeated ? retryDelay(place.attempt, headers) : null,
			);
			request.body.stop();
		};
		const limit = options.bodyLimit ?? defaultBodyLimit;
		const reader = request.isMessages
			? createTapReader({place, now, emit: told.emit, mayBeStream: isOk && isStream, limit})
			: blindReader;
		return withTappedBody(response, {
			read: bytes => guard.run(() => reader.read(bytes)),
			end: ending => guard.run(() => finish(ending, guard.run(() => reader.end()) ?? nothingRead)),
			rest:
				isOk && isStream && options.rest !== undefined
					? {limits: options.rest, isOver: reader.isOver, signal: request.signal}
					: null,
		});
	};

	return {
		request,
		responded: response => guard.run(() => answer(response)) ?? response,
		failed(error) {
			guard.run(() => {
				end(requestEnding(error, isAborted()), retries === null ? null : retryDelay(place.attempt, null));
				// A body that is still being read gets one turn to end.
				setTimeout(() => request.body.stop(), 0);
			});
		},
	};
}

const nothingRead: ReadBody = {isStopped: false, error: null};
const blindReader: TapReader = {read() {}, isOver: () => false, end: () => nothingRead};

/** The SDK counts its retries in this header: https://github.com/anthropics/anthropic-sdk-typescript, `client.ts`, `buildHeaders`. */
export function retriesOf(headers: Headers): number | null {
	const count = headers.get('x-stainless-retry-count');
	return count === null || !/^\d{1,6}$/.test(count) ? null : Number(count);
}

function placeOf(
	{exchanges, number}: AttemptOptions,
	{method, rawUrl, body}: TappedRequest,
	retries: number | null,
): AttemptPlace {
	if (number !== undefined) {
		return {exchange: number, attempt: (retries ?? 0) + 1};
	}

	const text = typeof body.text === 'string' ? body.text : '';
	return exchanges.open({key: `${method} ${rawUrl} ${text.length} ${hash(text)}`, retries});
}

/** FNV-1a, to compare bodies without keeping them. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) {
		value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
	}

	return value >>> 0;
}

/** A program may supply an object that only resembles a response. */
function headersOf(response: Response): Headers {
	try {
		return new Headers([...response.headers]);
	} catch {
		return new Headers();
	}
}

function nameOf(reason: unknown): string {
	return reason instanceof Error ? reason.name : '';
}
