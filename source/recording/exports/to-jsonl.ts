import type {SseTraceEvent} from '../../trace/trace-event.js';
import {isObject, parseJson} from '../../wire/json.js';
import type {ExportSource} from './exported.js';

/** The JSON of one event a line, byte-exact. What is no JSON object, or is not named for its type, stands as `{"event": …, "data": …}`. */
export function* toJsonl({events}: ExportSource): Generator<string> {
	for (const event of events) {
		if (event.type === 'sse') {
			yield `${lineOf(event)}\n`;
		}
	}
}

function lineOf({event, data}: SseTraceEvent): string {
	const payload = parseJson(data);
	const isPlain =
		isObject(payload) && payload.type === event && payload.event === undefined && !data.includes('\n');
	return isPlain ? data : JSON.stringify({event, data});
}
