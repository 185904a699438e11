import {isObject, parseJson, stringAt} from '../../wire/json.js';
import type {SseEvent} from '../../wire/sse-event.js';
import type {SkippedLines} from '../recording.js';
import {type CapturedExchange, importExchanges} from './import-exchanges.js';
import type {Imported} from './imported.js';

type Told = {
	readonly skipped?: readonly SkippedLines[];
	readonly notes?: readonly string[];
	/** What the capture lost. */
	readonly loss?: string | null;
};

/**
 * Imports a list of events that a program logged. Several streams may follow each other. The log has no times, and no `event:` lines other than
 * what the program made of them.
 */
export async function importEvents(
	events: readonly SseEvent[],
	{loss = null, ...told}: Told = {},
): Promise<Imported> {
	const bodies = events.every(({data}) => isWholeAnswer(data))
		? events.map(({data}) => data)
		: splitStreams(events);
	const imported = await importExchanges(
		bodies.map((body): CapturedExchange => ({...unknownRequest, body, isCut: loss !== null})),
		told,
	);
	return {...imported, ...(loss === null ? {} : {loss})};
}

const unknownRequest = {
	method: null,
	url: null,
	requestBody: null,
	status: 0,
	headers: [],
	times: null,
} as const;

function isWholeAnswer(data: string): boolean {
	return ['message', 'error'].includes(stringAt(parseJson(data), 'type'));
}

/** A stream begins with a `message_start` after the end of another. One in the middle of a stream is that stream's fault. */
function splitStreams(events: readonly SseEvent[]): ReadonlyArray<readonly SseEvent[]> {
	const streams: SseEvent[][] = [];
	let isOver = true;
	for (const event of events) {
		const name = event.event ?? '';
		if (streams.length === 0 || (isOver && name === 'message_start')) {
			streams.push([]);
			isOver = false;
		}

		streams.at(-1)?.push(event);
		isOver ||= name === 'message_stop' || name === 'error';
	}

	return streams;
}

/** True for a line that may be a part of an event's JSON: the capture tore it, and the event is lost. */
export function isTorn(line: string | null): boolean {
	return line === null || /^\s*[{[]|[}\]],?\s*$/.test(line) ? !isObject(parseJson(line ?? '')) : false;
}

/** Says how many lines a capture tore, or `null`. */
export function tornWords(count: number): string | null {
	return count === 0
		? null
		: `${count === 1 ? 'A line' : `${count} lines`} of the capture ${count === 1 ? 'is' : 'are'} torn.`;
}
