import {recordedUrl} from '../wire/recorded-headers.js';
import {
	type Body,
	type ObservedBody,
	observeBytes,
	observeIterable,
	observeStream,
} from './tap-request-body.js';

type Input = Parameters<typeof globalThis.fetch>[0];
type Init = NonNullable<Parameters<typeof globalThis.fetch>[1]>;

/** An outgoing request. `input` and `init` are the arguments for `fetch`: unchanged, except for a body that can be read only once. */
export type TappedRequest = {
	readonly input: Input;
	readonly init: Init | undefined;
	readonly method: string;
	/** As it is sent, including secrets. */
	readonly rawUrl: string;
	readonly url: string;
	readonly headers: Headers;
	readonly signal: AbortSignal | null;
	/** Whether it goes to the Messages API. Only the bodies of such requests are recorded. */
	readonly isMessages: boolean;
	readonly body: ObservedBody;
};

const noBody: ObservedBody = {text: null, stop() {}};

export function tapRequest(input: Input, init: Init | undefined): TappedRequest {
	const request = input instanceof Request ? input : null;
	const rawUrl = request?.url ?? String(input);
	const isMessages = isMessagesUrl(rawUrl);
	const known = {
		input,
		init,
		method: normalMethod(init?.method ?? request?.method ?? 'GET'),
		rawUrl,
		url: recordedUrl(rawUrl),
		headers: headersOf(init?.headers ?? request?.headers),
		signal: init?.signal ?? request?.signal ?? null,
		isMessages,
	};
	const body = init?.body ?? null;
	if (!isMessages) {
		return {...known, body: noBody};
	}

	if (body === null) {
		return {...known, body: request === null ? noBody : observeRequest(request)};
	}

	// Options that are class instances, such as a `Request`, cannot be copied, so such a body is not recorded.
	const observed = isPlain(init) ? observeOnce(body) : null;
	return observed === null
		? {...known, body: observeBytes(body)}
		: {...known, init: {...init, body: observed.body}, body: observed.told};
}

/** The paths whose bodies may be recorded: `/v1/messages` and below, also after the prefix of a gateway. */
function isMessagesUrl(url: string): boolean {
	return URL.canParse(url) && /\/v1\/messages(\/|$)/.test(new URL(url).pathname);
}

/** Routes a body that can be read only once through the tap; `null` for others, and for a body that `fetch` will refuse. */
function observeOnce(body: NonNullable<Init['body']>): {body: Body; told: ObservedBody} | null {
	if (body instanceof ReadableStream) {
		return isFresh(body) ? observeStream(body) : null;
	}

	// Node also accepts its own streams and generators, which are not in the standard.
	if (typeof body === 'object' && Symbol.asyncIterator in body && !(body instanceof Blob)) {
		return observeIterable(body as AsyncIterable<unknown>);
	}

	return null;
}

function isPlain(init: object | undefined): boolean {
	const prototype = init && Object.getPrototypeOf(init);
	return prototype === Object.prototype || prototype === null;
}

function isFresh(body: ReadableStream): boolean {
	try {
		new Response(body);
		return true;
	} catch {
		return false;
	}
}

function observeRequest(request: Request): ObservedBody {
	if (request.body === null || request.bodyUsed || request.body.locked) {
		return noBody;
	}

	const {body} = request.clone();
	if (body === null) {
		return noBody;
	}

	const {told, body: copy} = observeStream(body);
	const reader = copy.getReader();
	const drain = async () => {
		while (!(await reader.read()).done) {
			// The passing text is collected.
		}
	};
	drain().catch(() => {});
	return {
		text: told.text,
		stop() {
			told.stop();
			reader.cancel().catch(() => {});
		},
	};
}

/** The six methods that `fetch` itself writes in capitals: https://fetch.spec.whatwg.org/#concept-method-normalize */
function normalMethod(method: string): string {
	const capitals = method.toUpperCase();
	return ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT'].includes(capitals) ? capitals : method;
}

/** Invalid headers are left to `fetch`, which refuses them. */
function headersOf(init: ConstructorParameters<typeof Headers>[0]): Headers {
	try {
		return new Headers(init);
	} catch {
		return new Headers();
	}
}
