import type {SseEvent} from '../../protocol/parse-sse.js';
import type {ExportSource} from './exported.js';

/**
 * The streams of a recording as servers write them, one after the other. Data is byte-exact; line ends are LF, a colon is followed by a
 * blank, and an event that broke off breaks off here too.
 */
export function* toSse({events}: ExportSource): Generator<string> {
	for (const event of events) {
		if (event.type === 'sse') {
			yield encodeSse(event);
		}
	}
}

/** One event with its blank line. */
export function encodeSse({event, data, id, retry, comment, unterminated}: SseEvent): string {
	const lines = [
		...(comment === undefined ? [] : comment.split('\n').map(line => `: ${line}`)),
		...(retry === undefined ? [] : [`retry: ${retry}`]),
		...(id === undefined ? [] : [`id: ${id}`]),
		...(event === null ? [] : [`event: ${event}`]),
		// Without an event and without data there is only a comment or a retry, such as the last thing before the end.
		...(event === null && data === '' && unterminated ? [] : data.split('\n').map(line => `data: ${line}`)),
	];
	return `${lines.join('\n')}\n${unterminated ? '' : '\n'}`;
}
