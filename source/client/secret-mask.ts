import type {AlteredEvent, SseTraceEvent, TraceError, TraceEvent} from '../trace/trace-event.js';
import {parseJson} from '../wire/json.js';
import {secretRanges} from '../wire/secret-ranges.js';
import {urlSecrets, withoutUrlUsers} from '../wire/url-secrets.js';
import {withoutSecrets} from '../wire/without-secrets.js';
import {headerSecrets} from './client-secrets.js';
import {createDeltaMask} from './delta-mask.js';

/** Removes credentials from what is recorded, because some servers echo what they were sent. */
export type SecretMask = {
	/** Learns the credentials in a request. Those that the SDK finds by itself appear nowhere else. */
	learn(headers: Headers, url: string): void;
	text(text: string): string;
	/** Returns the event in a form that is safe to show and keep. Call it in order, because a credential may be spread over several events. */
	event(event: TraceEvent): TraceEvent;
	error(error: TraceError): TraceError;
};

export function createSecretMask(known: Iterable<string>): SecretMask {
	const secrets = new Set<string>();
	const add = (some: Iterable<string>) => {
		for (const secret of some) {
			secrets.add(secret);
			secrets.add(JSON.stringify(secret).slice(1, -1));
		}
	};
	add(known);
	const deltas = createDeltaMask(secrets);
	const text = (original: string) => {
		const masked = withoutSecrets(original, secrets);
		return masked.includes('\\') && /\\u|\\\//.test(masked) ? withoutEscaped(masked, secrets) : masked;
	};
	const error = (original: TraceError): TraceError => {
		const mask = (words: string) => withoutUrlUsers(text(words));
		const {kind, title, detail, hint, requestId} = original;
		return {
			...original,
			kind: mask(kind),
			title: mask(title),
			detail: detail && mask(detail),
			hint: mask(hint),
			...(requestId === undefined ? {} : {requestId: mask(requestId)}),
		};
	};

	return {
		learn(headers, url) {
			add(headerSecrets(headers));
			add(urlSecrets(url));
		},
		text,
		error,
		event(event) {
			switch (event.type) {
				case 'request': {
					return {...event, url: text(event.url)};
				}

				case 'response': {
					return {...event, headers: maskedValues(event.headers, text)};
				}

				case 'sse': {
					return maskedSse(
						event,
						event.unterminated ? withoutTail(deltas(event), secrets) : deltas(event),
						text,
					);
				}

				case 'body': {
					return {...event, data: withoutTail(text(event.data), secrets)};
				}

				case 'altered': {
					return maskedAltered(event, text);
				}

				case 'end': {
					return {
						...event,
						error: event.error && error(event.error),
						message: maskedMessage(event.message, text),
					};
				}

				default: {
					return event;
				}
			}
		},
	};
}

function maskedAltered(altered: AlteredEvent, mask: (text: string) => string): AlteredEvent {
	const {of, event, data} = altered;
	return {
		...altered,
		...(of === undefined ? {} : {of: mask(of)}),
		...(event === undefined ? {} : {event: event && mask(event)}),
		...(data === undefined ? {} : {data: mask(data)}),
	};
}

/** Most events hold no credential and stay the same object. */
function maskedSse(original: SseTraceEvent, whole: string, mask: (text: string) => string): SseTraceEvent {
	const {event, id, comment} = original;
	const data = mask(whole);
	const isPlain = data === original.data && id === undefined && comment === undefined;
	if (isPlain && (event === null || mask(event) === event)) {
		return original;
	}

	return {
		...original,
		data,
		event: event && mask(event),
		...(id === undefined ? {} : {id: mask(id)}),
		...(comment === undefined ? {} : {comment: mask(comment)}),
	};
}

/** JSON may spell a letter as `\u0041`. If a credential is written that way, the JSON is printed again without the escapes. */
function withoutEscaped(json: string, secrets: ReadonlySet<string>): string {
	const value = parseJson(json);
	if (value === undefined) {
		return json;
	}

	const plain = JSON.stringify(value);
	const masked = withoutSecrets(plain, secrets);
	return masked === plain ? json : masked;
}

/** A text that was cut may end inside a credential. */
function withoutTail(text: string, secrets: ReadonlySet<string>): string {
	const last = secretRanges(text, secrets).at(-1);
	return last?.[1] === text.length ? `${text.slice(0, last[0])}…` : text;
}

function maskedValues(headers: Readonly<Record<string, string>>, mask: (text: string) => string) {
	return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, mask(value)]));
}

function maskedMessage(message: unknown, mask: (text: string) => string): unknown {
	const json = message === null ? 'null' : JSON.stringify(message);
	const masked = mask(json);
	return masked === json ? message : (parseJson(masked) ?? null);
}
