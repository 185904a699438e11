import type {Fetch} from './fetch.js';
import {withBody} from './tap-response.js';

/**
 * Wraps `fetch` to remove comments, and blank lines that end no event, from event streams. Parsers such as the SDK's collect them until an
 * event arrives, and some servers send nothing else for hours.
 */
export function dropComments(fetch: Fetch): Fetch {
	return async (input, init) => {
		const response = await fetch(input, init);
		const isStream = /^text\/event-stream\b/i.test(response.headers.get('content-type') ?? '');
		if (response.body === null || !isStream) {
			return response;
		}

		const drop = createCommentFilter();
		const body = response.body.pipeThrough(
			new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
				transform(bytes, controller) {
					const rest = drop(bytes);
					if (rest.length > 0) {
						controller.enqueue(rest);
					}
				},
			}),
		);
		return withBody(response, body) ?? response;
	};
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const colon = 0x3a;

/**
 * Filters a body in pieces. Drops each comment line with its line end, and each blank line that follows no field.
 *
 * @internal
 */
export function createCommentFilter(): (bytes: Uint8Array) => Uint8Array<ArrayBuffer> {
	let place: 'start' | 'comment' | 'field' = 'start';
	let hasFields = false;
	let wasReturn = false;
	let keptReturn = false;
	return bytes => {
		const kept = new Uint8Array(bytes.length);
		let length = 0;
		for (const byte of bytes) {
			const isSecondHalf = wasReturn && byte === lineFeed;
			wasReturn = byte === carriageReturn;
			const endsLine = byte === lineFeed || byte === carriageReturn;
			if (isSecondHalf) {
				// In CR LF, the line feed is treated like the return before it.
				if (keptReturn) {
					kept[length++] = byte;
				}
			} else if (endsLine) {
				const isBlank = place === 'start';
				keptReturn = place === 'field' || (isBlank && hasFields);
				hasFields = place === 'field' || (hasFields && !isBlank);
				place = 'start';
				if (keptReturn) {
					kept[length++] = byte;
				}
			} else {
				place = place === 'start' ? (byte === colon ? 'comment' : 'field') : place;
				if (place === 'field') {
					kept[length++] = byte;
				}
			}
		}

		return kept.subarray(0, length);
	};
}
