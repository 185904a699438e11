import {type BodyTap, tapBody} from './tap-body.js';

/**
 * The same response, whose body is told to `tap` as it is read. A response whose body is no web stream, or is being read already, stays as it is;
 * the tap hears of an end where there is nothing to read.
 */
export function withTappedBody(response: Response, tap: BodyTap): Response {
	const {body} = response;
	if (body === null) {
		tap.end({kind: 'read'});
		return response;
	}

	const isReadable = body instanceof ReadableStream && !response.bodyUsed && !body.locked;
	return isReadable ? (withBody(response, tapBody(body, tap, !response.ok)) ?? response) : response;
}

/** The same response with another body: everything else that a program can see of it stays. `null` where that cannot be done. */
export function withBody(original: Response, body: ReadableStream<Uint8Array<ArrayBuffer>>): Response | null {
	try {
		// A program may bring the `fetch`, and with it the `Response`, of another package.
		const {constructor: Own} = original as {constructor: unknown} as {constructor: typeof Response};
		const response = new Own(body, {headers: original.headers});
		Object.defineProperty(response, 'headers', {configurable: true, get: () => original.headers});
		return likeness(response, original);
	} catch {
		return null;
	}
}

const kept = ['url', 'redirected', 'type', 'status', 'statusText', 'ok'] as const;

/** The constructor takes no URL and no status from 600 on, so these are defined over what it made, and again on each clone. */
function likeness(response: Response, original: Response): Response {
	const {clone} = response;
	for (const name of kept) {
		Object.defineProperty(response, name, {configurable: true, get: () => original[name]});
	}

	return Object.defineProperty(response, 'clone', {
		configurable: true,
		value: () => likeness(clone.call(response), original),
	});
}
