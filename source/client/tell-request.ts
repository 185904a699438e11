import type {RequestEvent, TraceEvent} from '../trace/trace-event.js';
import {isObject, parseJson} from '../wire/json.js';
import {recordedRequestHeaders} from '../wire/recorded-headers.js';
import {withoutTokens} from '../wire/without-tokens.js';
import type {SecretMask} from './secret-mask.js';
import type {AttemptPlace} from './tap-exchanges.js';
import type {TapGuard} from './tap-guard.js';
import type {TappedRequest} from './tap-request.js';

export type ToldRequest = {
	/** Emits an event, but never before the request. */
	emit(event: TraceEvent): void;
	/** `null` while the request's body is not known yet. */
	asksForStream(): boolean | null;
};

export type TellOptions = {
	readonly now: () => number;
	readonly emit: (event: TraceEvent) => void;
	readonly mask: SecretMask;
	readonly guard: TapGuard;
	/** The number of the exchange, if the caller counts. */
	readonly number: number | undefined;
};

/** Emits a request as soon as its body is known. Some bodies are known only after they have been sent. */
export function tellRequest(options: TellOptions, request: TappedRequest, place: AttemptPlace): ToldRequest {
	const {now, guard, mask, number} = options;
	const at = now();
	const {method, url} = request;
	let waiting: TraceEvent[] | null = [];
	let isStream: boolean | null = null;
	const send = (event: TraceEvent) => guard.run(() => options.emit(mask.event(event)));
	const tell = (text: string | null) => {
		const body =
			text === null ? null : number === undefined ? safeBody(text, mask) : (parseJson(text) ?? null);
		isStream = isObject(body) && body.stream === true;
		send({type: 'request', at, ...place, method, url, body, ...headerFacts(request.headers)});
		for (const event of waiting ?? []) {
			send(event);
		}

		waiting = null;
	};

	const {text} = request.body;
	if (text instanceof Promise) {
		text.then(tell);
	} else {
		tell(text);
	}

	return {
		emit(event) {
			if (waiting === null) {
				send(event);
			} else {
				waiting.push(event);
			}
		},
		asksForStream: () => isStream,
	};
}

/** What a trace may tell of the headers: the version, the betas, and how the credential went. */
export function headerFacts(headers: Headers): Pick<RequestEvent, 'headers' | 'auth'> {
	const told = recordedRequestHeaders(headers);
	const auth = headers.has('x-api-key') ? 'x-api-key' : headers.has('authorization') ? 'bearer' : null;
	return {
		...(Object.keys(told).length === 0 ? {} : {headers: told}),
		...(auth === null ? {} : {auth}),
	};
}

/** A body in a form that is safe to save. A text that is not JSON stays a text. */
export function safeBody(text: string, mask: SecretMask): unknown {
	const masked = mask.text(text);
	const value = parseJson(masked);
	return value === undefined
		? masked
		: masked.includes('authorization_token')
			? withoutServerTokens(value)
			: value;
}

function withoutServerTokens(value: unknown): unknown {
	return parseJson(JSON.stringify(value, withoutTokens));
}
