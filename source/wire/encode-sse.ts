import type {SseEvent} from './sse-event.js';

/**
 * An event as it goes over the wire, with its blank line; one that broke off breaks off again. Parsing it gives the event back: data is
 * exact, while line ends and the space after the colon are those of the API.
 */
export function encodeSse({event, data, id, retry, comment, unterminated}: SseEvent): string {
	// Alone at the end of a body, a comment or a retry is no event.
	const isBare = event === null && data === '' && unterminated === true;
	const lines = [
		...(comment === undefined ? [] : comment.split('\n').map(line => `: ${line}`)),
		...(retry === undefined ? [] : [`retry: ${retry}`]),
		...(id === undefined ? [] : [`id: ${id}`]),
		...(event === null ? [] : [`event: ${event}`]),
		...(isBare ? [] : data.split('\n').map(line => `data: ${line}`)),
	];
	return `${lines.join('\n')}\n${unterminated ? '' : '\n'}`;
}
