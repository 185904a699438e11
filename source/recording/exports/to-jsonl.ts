import {decode} from '../../messages/decode.js';
import type {SseTraceEvent} from '../../trace/trace-event.js';
import {isObject} from '../../wire/json.js';
import type {ExportSource} from './exported.js';

/** The JSON of one event a line, byte-exact. What is not a JSON object, or is not named for its type, stands as `{"event": …, "data": …}`. */
export function* toJsonl({events}: ExportSource): Generator<string> {
	for (const event of events) {
		if (event.type === 'sse') {
			yield `${lineOf(event)}\n`;
		}
	}
}

function lineOf(sse: SseTraceEvent): string {
	const {event, data} = sse;
	const {json, payload} = decode(sse);
	const isPlain =
		isObject(json) && payload.type === event && payload.event === undefined && !data.includes('\n');
	return isPlain ? data : JSON.stringify({event, data});
}
