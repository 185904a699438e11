import {decode} from '../../messages/decode.js';
import type {SseTraceEvent} from '../../trace/trace-event.js';
import {isObject} from '../../wire/json.js';
import type {ExportSource} from './exported.js';

/** Exports the JSON of one event per line, byte-exact. An event that is not a JSON object, or whose name is not its type, becomes `{"event": …, "data": …}`. */
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
