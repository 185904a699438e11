import {Buffer} from 'node:buffer';
import type {AlteredEvent, TraceEvent} from '../../trace/trace-event.js';
import {isEventStream} from '../../wire/is-event-stream.js';
import {isLines} from '../../wire/is-lines.js';
import {isObject} from '../../wire/json.js';
import {recordedHeaders, recordedUrl} from '../../wire/recorded-headers.js';
import type {SecretMask} from '../secret-mask.js';
import {retriesOf} from '../tap-attempt.js';
import {answerEnding, type BodyEnding, requestEnding} from '../tap-ending.js';
import {type AttemptPlace, retryDelay, type TapExchanges} from '../tap-exchanges.js';
import {createTapReader, type TapReader} from '../tap-reader.js';
import {headerFacts, safeBody} from '../tell-request.js';
import {decodeCopy, decodeWhole} from './decode-copy.js';
import {createLineReader} from './line-reader.js';

export type WatchOptions = {
	/** Milliseconds since the trace began. */
	readonly now: () => number;
	readonly emit: (event: TraceEvent) => void;
	readonly mask: SecretMask;
	readonly exchanges: TapExchanges;
	/** How much of a request, and of an answer that is no stream, is kept, in bytes. */
	readonly bodyLimit: number;
};

export type ForwardedRequest = {
	readonly method: string;
	/** The address at the upstream. */
	readonly url: string;
	readonly headers: Headers;
};

export type Alterated = Pick<AlteredEvent, 'how' | 'sse' | 'of' | 'event' | 'data' | 'late'>;

/** Follows one request on its way through the proxy. Nothing here delays or changes what passes. */
export type ForwardedWatch = {
	requestBytes(bytes: Uint8Array): void;
	/** The whole request has passed. */
	requested(): void;
	/** `isDecoded`: the bytes of the body are told without its compression. */
	responded(status: number, headers: Headers, isDecoded?: boolean): void;
	responseBytes(bytes: Uint8Array): void;
	/** The client gets an event otherwise than the server sent it. */
	altered(how: Alterated): void;
	/** Known once the request was told. */
	place(): AttemptPlace;
	ended(ending: BodyEnding): void;
};

/** Tells a forwarded request and its answer as events of a trace. */
export function watchForwarded(options: WatchOptions, request: ForwardedRequest): ForwardedWatch {
	const {now, mask, exchanges, bodyLimit} = options;
	mask.learn(request.headers, request.url);
	const kept: Uint8Array[] = [];
	let length = 0;
	let place = {exchange: 0, attempt: 1};
	let isTold = false;
	let asksForStream = false;
	let reader: TapReader | null = null;
	let copy = decodeCopy('', () => {});
	let status = 0;
	let answerHeaders = new Headers();
	const send = (event: TraceEvent) => options.emit(mask.event(event));

	const tellRequest = () => {
		if (isTold) {
			return;
		}

		isTold = true;
		const text = length > bodyLimit ? null : readText(Buffer.concat(kept), request.headers, bodyLimit);
		const body = text === null ? `${length} bytes, not kept` : text === '' ? null : safeBody(text, mask);
		asksForStream = isObject(body) && body.stream === true;
		const {method, url, headers} = request;
		place = exchanges.open({
			key: `${method} ${url} ${length} ${text?.slice(0, 2000) ?? ''}`,
			retries: retriesOf(headers),
		});
		send({
			...{type: 'request', at: now(), ...place, method, url: recordedUrl(url), body},
			...clientFacts(headers, mask),
		});
	};

	return {
		requestBytes(bytes) {
			length += bytes.length;
			if (length <= bodyLimit) {
				kept.push(bytes);
			}
		},
		requested: tellRequest,
		responded(sentStatus, headers, isDecoded = false) {
			tellRequest();
			[status, answerHeaders] = [sentStatus, headers];
			send({type: 'response', at: now(), ...place, status, headers: recordedHeaders(headers)});
			const type = headers.get('content-type');
			const isStream = asksForStream || isEventStream(type);
			reader = isLines(type)
				? createLineReader(place, now, send)
				: createTapReader({
						...{place, now, emit: send, limit: bodyLimit, keepsCuts: true},
						mayBeStream: status >= 200 && status < 300 && isStream,
					});
			asksForStream = isStream;
			const encoding = isDecoded ? '' : (headers.get('content-encoding') ?? '');
			copy = decodeCopy(encoding, bytes => reader?.read(bytes));
		},
		responseBytes: bytes => copy.write(bytes),
		altered: how => send({type: 'altered', at: now(), ...place, ...how}),
		place() {
			tellRequest();
			return place;
		},
		async ended(ending) {
			tellRequest();
			await copy.end();
			const body = reader?.end() ?? {isStopped: false, error: null};
			const isOk = status >= 200 && status < 300;
			const isStream = asksForStream && isMessages(request);
			const how =
				status === 0
					? requestEnding(ending.kind === 'failed' ? ending.error : null, ending.kind === 'cancelled')
					: answerEnding({status, isOk, isStream, ending, body});
			const end = () => send({type: 'end', at: now(), exchange: place.exchange, ...how});
			const mayRetry =
				retriesOf(request.headers) !== null &&
				(status === 408 || status === 409 || status === 429 || status >= 500);
			if (mayRetry) {
				exchanges.hold(place, retryDelay(place.attempt, answerHeaders), end);
			} else {
				end();
			}
		},
	};
}

/** In characters: some clients tell a long story. */
const maxAgent = 200;

/** What one's own requests tell, and which program asked. */
function clientFacts(headers: Headers, mask: SecretMask): ReturnType<typeof headerFacts> {
	const facts = headerFacts(headers);
	const agent = mask.text(headers.get('user-agent') ?? '').slice(0, maxAgent);
	return agent === '' ? facts : {...facts, headers: {...facts.headers, 'user-agent': agent}};
}

function isMessages({url}: ForwardedRequest): boolean {
	return /\/v1\/messages$/.test(URL.parse(url)?.pathname ?? '');
}

/** The text of a body, whatever its encoding; `null` if it is none, or too long once it is decoded. */
function readText(bytes: Uint8Array, headers: Headers, limit: number): string | null {
	try {
		const decoded = decodeWhole(headers.get('content-encoding') ?? '', bytes, limit);
		return new TextDecoder('utf-8', {fatal: true}).decode(decoded);
	} catch {
		return null;
	}
}
