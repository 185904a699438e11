import type {SseEvent} from './sse-event.js';

/**
 * Writes an event as it goes over the wire, with its blank line. An unterminated event is written without one. Parsing the text returns the
 * same event: the data is exact, while line endings and the space after the colon follow the API.
 */
export function encodeSse({event, data, id, retry, comment, unterminated, dataless}: SseEvent): string {
	const isPlain = comment === undefined && retry === undefined && id === undefined;
	if (isPlain && event !== null && unterminated !== true && dataless !== true && !data.includes('\n')) {
		// Nearly every event, and a replay writes a million of them.
		return `event: ${event}\ndata: ${data}\n\n`;
	}

	// A lone comment or retry at the end of a body is not an event.
	const isBare = event === null && data === '' && unterminated === true;
	const lines = [
		...(comment === undefined ? [] : comment.split('\n').map(line => `: ${line}`)),
		...(retry === undefined ? [] : [`retry: ${retry}`]),
		...(id === undefined ? [] : [`id: ${id}`]),
		...(event === null ? [] : [`event: ${event}`]),
		...(isBare || dataless ? [] : data.split('\n').map(line => `data: ${line}`)),
	];
	return `${lines.join('\n')}\n${unterminated ? '' : '\n'}`;
}
