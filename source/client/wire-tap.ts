import type {TraceEvent} from '../trace/trace-event.js';
import {isObject, parseJson} from '../wire/json.js';
import {createSseParser} from '../wire/parse-sse.js';
import {recordedHeaders, recordedUrl} from '../wire/recorded-headers.js';
import type {Fetch} from './fetch.js';
import {type BodyEnding, tapEnding} from './tap-ending.js';

/** `now` is in milliseconds since the recording began. `exchange` numbers what passes; without it every first attempt opens the next, and the end of its answer closes it. */
export type WireTapOptions = {
	readonly fetch: Fetch;
	readonly now: () => number;
	readonly emit: (event: TraceEvent) => void;
	readonly exchange?: number;
};

/**
 * Wraps `fetch` so that everything which passes is told: each attempt's request and response, each server-sent event with the
 * number of its network read and its time of arrival, and bodies that are no streams. Adds no buffering: a read is handed on in the same turn.
 *
 * @example
 * // Any program of the SDK records its streams: streamscope reads the file.
 * const emit = (event: TraceEvent) => appendFileSync('session.ndjson', `${JSON.stringify(event)}\n`);
 * const fetch = createWireTap({fetch: globalThis.fetch, now: () => performance.now(), emit});
 * const client = new Anthropic({fetch});
 */
export function createWireTap({fetch, now, emit, exchange}: WireTapOptions): Fetch {
	let counted = 0;
	return async (input, init) => {
		// The SDK counts its retries in this header: https://github.com/anthropics/anthropic-sdk-typescript, `client.ts`, `buildHeaders`.
		const attempt = Number(new Headers(init?.headers).get('x-stainless-retry-count') ?? 0) + 1;
		counted += attempt === 1 ? 1 : 0;
		const place = {exchange: exchange ?? counted, attempt};
		const body = typeof init?.body === 'string' ? (parseJson(init.body) ?? null) : null;
		const url = recordedUrl(input instanceof Request ? input.url : String(input));
		emit({type: 'request', at: now(), ...place, method: init?.method ?? 'GET', url, body});

		const response = await fetch(input, init);
		const headers = recordedHeaders(response.headers);
		emit({type: 'response', at: now(), ...place, status: response.status, headers});
		if (response.body === null) {
			return response;
		}

		const isAsked = isObject(body) && body.stream === true;
		const reader = tapReader(place, now, emit, response.ok && isAsked);
		const end = (ending: BodyEnding) => {
			const isWhole = reader.end() || !isAsked;
			// Who numbers the exchanges ends them as well. Of other answers the SDK may try again.
			if (exchange === undefined && response.ok) {
				const how: BodyEnding = init?.signal?.aborted ? {kind: 'cancelled'} : ending;
				emit({type: 'end', at: now(), exchange: place.exchange, ...tapEnding(how, isWhole)});
			}
		};

		return new Response(tapBody(response.body, {read: reader.read, end}), response);
	};
}

type TapReader = {
	read(bytes: Uint8Array): void;
	/** Tells the rest. True if the message came to its end. */
	end(): boolean;
};

/** Reads a body beside the SDK. Whether it is a stream shows in its first characters: gateways get the content type wrong. */
function tapReader(
	place: {exchange: number; attempt: number},
	now: () => number,
	emit: (event: TraceEvent) => void,
	mayBeStream: boolean,
): TapReader {
	const decoder = new TextDecoder();
	let chunk = 0;
	let told = 0;
	let isStopped = false;
	/** What has come before the first event: the whole body, where there is none. */
	let text = '';
	let isStream: boolean | undefined = mayBeStream ? undefined : false;
	const parser = createSseParser(event => {
		told++;
		isStopped ||= event.event === 'message_stop' && event.unterminated !== true;
		emit({type: 'sse', at: now(), ...place, chunk, ...event});
	});

	const take = (decoded: string) => {
		text = told === 0 ? text + decoded : '';
		if (isStream === true) {
			parser.feed(decoded);
		} else if (isStream === undefined && text.trimStart().length >= 6) {
			isStream = looksLikeSse(text);
			if (isStream) {
				parser.feed(text);
			}
		}
	};

	return {
		read(bytes) {
			chunk++;
			take(decoder.decode(bytes, {stream: true}));
		},
		end() {
			take(decoder.decode());
			if (isStream === true) {
				parser.end();
			}

			if (told === 0 && text !== '') {
				emit({type: 'body', at: now(), ...place, data: text});
			}

			return isStopped;
		},
	};
}

function looksLikeSse(text: string): boolean {
	return /^\uFEFF?\s*(:|(event|data|id|retry)[:\r\n])/.test(text);
}

type BodyTap = {
	read(bytes: Uint8Array): void;
	end(ending: BodyEnding): void;
};

function tapBody(body: ReadableStream<Uint8Array>, tap: BodyTap): ReadableStream<Uint8Array> {
	const reader = body.getReader();
	return new ReadableStream({
		async pull(controller) {
			try {
				const {done, value} = await reader.read();
				if (done) {
					tap.end({kind: 'read'});
					controller.close();
				} else {
					tap.read(value);
					controller.enqueue(value);
				}
			} catch (error) {
				tap.end({kind: 'failed', error});
				controller.error(error);
			}
		},
		async cancel(reason) {
			tap.end({kind: 'cancelled'});
			await reader.cancel(reason);
		},
	});
}
