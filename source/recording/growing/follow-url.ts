import {setTimeout as wait} from 'node:timers/promises';
import type {GrowingInput} from './growing-input.js';
import {traceIdHeader} from './trace-feed.js';

/** In milliseconds between two attempts to connect again. */
const retryDelay = 1000;

/** The first answer, which shows that there is a trace. */
export type OpenedTrace = {readonly url: URL; readonly response: Response};

/** Asks a program for its trace. Rejects as `fetch` does. */
export async function openTrace(url: URL, signal: AbortSignal): Promise<OpenedTrace> {
	return {url, response: await fetch(url, {signal, headers: {accept: 'application/x-ndjson'}})};
}

/**
 * The lines of another program's trace, as it grows. If the connection is lost, it is opened again until `signal` is aborted, and continues
 * where it was. A program that was started again has another trace, which then follows.
 */
export async function* followTrace({url, response}: OpenedTrace, signal: AbortSignal): GrowingInput {
	let current: Response | null = response;
	let id = response.headers.get(traceIdHeader) ?? '';
	let events = 0;
	while (!signal.aborted) {
		if (current?.ok === true && current.body !== null) {
			const opened = current.headers.get(traceIdHeader) ?? '';
			if (opened !== id) {
				yield {kind: 'restart', words: 'The program was started again: its new trace follows.'};
				id = opened;
				events = 0;
			}

			for await (const lines of wholeLines(current.body)) {
				events += eventsIn(lines);
				yield {kind: 'bytes', bytes: Buffer.from(lines)};
			}

			if (!signal.aborted) {
				yield {kind: 'note', words: 'The connection was lost. It is tried again every second.'};
			}
		}

		try {
			await wait(retryDelay, undefined, {signal});
			const again = new URL(url);
			again.searchParams.set('from', String(events));
			again.searchParams.set('trace', id);
			({response: current} = await openTrace(again, signal));
		} catch {
			current = null;
		}
	}
}

/** Whole lines only: half of one is sent again after a lost connection. Ends, whatever the reason. */
async function* wholeLines(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
	const decoder = new TextDecoder();
	let rest = '';
	try {
		for await (const bytes of body) {
			rest += decoder.decode(bytes, {stream: true});
			const end = rest.lastIndexOf('\n') + 1;
			if (end > 0) {
				yield rest.slice(0, end);
				rest = rest.slice(end);
			}
		}
	} catch {
		// The connection was lost.
	}
}

/** How many of the lines are events: all but the header of the recording. */
function eventsIn(lines: string): number {
	return lines.split('\n').filter(line => line !== '' && !line.startsWith('{"type":"recording"')).length;
}
