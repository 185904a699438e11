import {decode} from '../messages/decode.js';
import type {TraceEvent} from '../trace/trace-event.js';
import {parseJson, printJson} from '../wire/json.js';

/** Everything that an event holds: its fields, then its data, on several lines if it is JSON. */
export function eventDetail(event: TraceEvent | undefined): string {
	if (event === undefined) {
		return '';
	}

	if (event.type !== 'sse' && event.type !== 'body') {
		return printJson(event, 2);
	}

	const {data, ...rest} = event;
	const payload = event.type === 'sse' ? decode(event).json : parseJson(data);
	return `${printJson(rest, 2)}\n\n${payload === undefined ? data : printJson(payload, 2)}`;
}
