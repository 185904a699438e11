import {type BodyTap, tapBody} from './tap-body.js';

/**
 * The same response, with a body that is reported to `tap` as it is read. A response whose body is not a web stream, or is already being read,
 * stays unchanged. If there is nothing to read, `tap` is told of the end.
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

/** The same response with another body; everything else that a program can see stays. `null` if that is impossible. */
export function withBody(original: Response, body: ReadableStream<Uint8Array<ArrayBuffer>>): Response | null {
	try {
		// A program may use the `fetch`, and so the `Response`, of another package.
		const {constructor: Own} = original as {constructor: unknown} as {constructor: typeof Response};
		const response = new Own(body, {headers: original.headers});
		Object.defineProperty(response, 'headers', {configurable: true, get: () => original.headers});
		return likeness(response, original);
	} catch {
		return null;
	}
}

const kept = ['url', 'redirected', 'type', 'status', 'statusText', 'ok'] as const;

/** The constructor accepts neither a URL nor a status of 600 or more, so these are redefined on the new response and on each clone. */
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
