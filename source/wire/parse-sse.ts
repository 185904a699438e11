import {createParser} from 'eventsource-parser';
import {createBareNameFinder} from './bare-names.js';
import type {SseEvent} from './sse-event.js';

export type SseParser = {
	/** Takes the next piece of the decoded body. Pieces may end anywhere. */
	feed(text: string): void;
	/** Ends the body. An incomplete event is emitted, marked as `unterminated`. */
	end(): void;
};

/**
 * Turns SSE text into events, wherever the reads begin and end. The standard drops an `event:` line without data; here it is an event that is
 * marked as `dataless`.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
 */
export function createSseParser(onEvent: (event: SseEvent) => void): SseParser {
	let extra: {comment?: string; retry?: number} = {};
	let isEnding = false;
	const findBareNames = createBareNameFinder();

	const give = (event: string | null, data: string, id?: string, isDataless = false) => {
		onEvent({
			event,
			data,
			...(isDataless ? {dataless: true} : {}),
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

	const feed = (text: string) => {
		let start = 0;
		for (const {name, end} of findBareNames(text)) {
			parser.feed(text.slice(start, end));
			give(name, '', undefined, true);
			start = end;
		}

		parser.feed(start === 0 ? text : text.slice(start));
	};

	return {
		feed,
		end() {
			isEnding = true;
			// The first newline ends a line that was cut off, the second ends the event.
			feed('\n\n');
			if (extra.comment !== undefined || extra.retry !== undefined) {
				give(null, '');
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
