import {isObject, parseJson} from '../wire/json.js';
import {isCurlTraceLine} from './imports/curl-trace-blocks.js';

/**
 * What a text is: a recording of ours; a stream's body (`sse`), perhaps with its HTTP headers (`http`); a trace of curl; a HAR file;
 * `events`, the JSON of one event a line; other `json`; `unknown`.
 */
export type TraceFormat = 'recording' | 'sse' | 'http' | 'curl-trace' | 'har' | 'events' | 'json' | 'unknown';

const traceTypes: ReadonlySet<unknown> = new Set(['recording', 'request', 'response', 'sse', 'body', 'end']);

/** A line that is longer than the beginning still shows what it is. */
const traceLine = /^\{"type":"(?:recording|request|response|sse|body|end)"/;
const sseLine = /^(?:event|data|id|retry)?:/;

/**
 * Tells the format by the beginning of the content; names of files say nothing. Lines of a stream decide unless most lines are objects of
 * JSON: a broken stream may have some of those among its own. `null`: there is nothing in the text.
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
