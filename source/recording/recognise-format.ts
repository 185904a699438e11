import {isObject, parseJson} from '../wire/json.js';
import {isCurlTraceLine} from './imports/curl-trace-blocks.js';

/**
 * The format of a text: one of our recordings; a stream's body (`sse`), possibly with HTTP headers (`http`); a curl trace; a HAR file;
 * `events`, the JSON of one event per line; other `json`; `unknown`.
 */
export type TraceFormat = 'recording' | 'sse' | 'http' | 'curl-trace' | 'har' | 'events' | 'json' | 'unknown';

const traceTypes: ReadonlySet<unknown> = new Set(['recording', 'request', 'response', 'sse', 'body', 'end']);

/** A line that is longer than the examined text can still be recognised. */
const traceLine = /^\{"type":"(?:recording|request|response|sse|body|end)"/;
const sseLine = /^(?:event|data|id|retry)?:/;

/**
 * Recognises the format from the start of the content, never from the file's name. Stream lines decide unless most lines are JSON objects,
 * since a broken stream may contain some of those. `null` if the text is blank.
 */
export function recogniseFormat(beginning: string): TraceFormat | null {
	const text = beginning.replace(/^\uFEFF/, '').trimStart();
	const lines = text.split(/\r?\n/, 50).filter(line => line.trim() !== '');
	if (lines.length === 0) {
		return null;
	}

	if (/^HTTP\/[\d.]+ \d{3}/.test(text)) {
		return 'http';
	}

	if (lines.some(isCurlTraceLine)) {
		return 'curl-trace';
	}

	const objects = lines.map(parseJson).filter(isObject);
	const hasFields = lines.some(line => sseLine.test(line));
	if (hasFields && objects.length * 2 <= lines.length) {
		return 'sse';
	}

	if (objects.some(({type}) => traceTypes.has(type)) || traceLine.test(text)) {
		return 'recording';
	}

	if (/^\{\s*"log"\s*:/.test(text)) {
		return 'har';
	}

	if (isObject(parseJson(lines[0] ?? ''))) {
		return 'events';
	}

	if (/^[{[]/.test(text)) {
		return 'json';
	}

	return objects.length > 0 ? 'events' : 'unknown';
}
