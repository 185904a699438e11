import {createParser} from 'eventsource-parser';
import type {SseEvent} from './sse-event.js';

export type SseParser = {
	/** Takes the next piece of the decoded body. Pieces may end anywhere. */
	feed(text: string): void;
	/** Ends the body. An incomplete event is emitted, marked as `unterminated`. */
	end(): void;
};

/**
 * Turns SSE text into events, wherever the reads begin and end.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
 */
export function createSseParser(onEvent: (event: SseEvent) => void): SseParser {
	let extra: {comment?: string; retry?: number} = {};
	let isEnding = false;

	const give = (event: string | null, data: string, id: string | undefined) => {
		onEvent({
			event,
			data,
			...(id === undefined ? {} : {id}),
			...extra,
			...(isEnding ? {unterminated: true} : {}),
		});
		extra = {};
	};

	const parser = createParser({
		onEvent: ({event, data, id}) => give(event ?? null, data, id),
		onComment(comment) {
			extra.comment = extra.comment === undefined ? comment : `${extra.comment}\n${comment}`;
		},
		onRetry(retry) {
			extra.retry = retry;
		},
	});

	return {
		feed: text => parser.feed(text),
		end() {
			isEnding = true;
			// The first newline ends a line that was cut off, the second ends the event.
			parser.feed('\n\n');
			if (extra.comment !== undefined || extra.retry !== undefined) {
				give(null, '', undefined);
			}
		},
	};
}

/** Parses a complete body. */
export function parseSse(text: string): readonly SseEvent[] {
	const events: SseEvent[] = [];
	const parser = createSseParser(event => events.push(event));
	parser.feed(text);
	parser.end();
	return events;
}
