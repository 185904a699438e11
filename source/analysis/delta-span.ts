import {isContent} from '../messages/vocabulary/piece.js';
import type {ExchangeView} from '../trace/exchange-view.js';
import {exchangeIn} from '../trace/fold-trace.js';
import type {Trace} from '../trace/trace.js';
import type {SseTraceEvent} from '../trace/trace-event.js';
import {arrived} from './arrived.js';

/** The characters that an event added: UTF-16 offsets into the text (or the partial JSON) of a content block. */
export type DeltaSpan = {
	readonly exchange: number;
	readonly block: number;
	readonly start: number;
	readonly end: number;
};

/** What the event at a position added to its block, or `null` if it added no characters. */
export function deltaSpan(trace: Trace, position: number): DeltaSpan | null {
	const event = trace.at(position);
	const decoded = arrived(event);
	if (event === undefined || decoded === null || decoded.index === null || !isContent(decoded.piece)) {
		return null;
	}

	const {index} = decoded;
	const start = blockLength(trace, position, event.exchange, index);
	const end = blockLength(trace, position + 1, event.exchange, index);
	return end > start ? {exchange: event.exchange, block: index, start, end} : null;
}

/** The position of the next delta that added characters, looking forward (1) or back (−1). `null` if there is none. */
export function nextDelta(trace: Trace, from: number, by: 1 | -1): number | null {
	for (let position = from + by; position >= 0 && position < trace.length; position += by) {
		if (deltaSpan(trace, position) !== null) {
			return position;
		}
	}

	return null;
}

/** The positions of the deltas that added characters to some blocks of an answer, as far as its view goes. */
export function deltasOf(
	trace: Trace,
	{exchange, first, last}: ExchangeView,
	blocks: {readonly first: number; readonly count: number},
): readonly number[] {
	let positions: number[] = [];
	for (let position = first; position <= last; position++) {
		const event = trace.at(position);
		if (event?.exchange !== exchange) {
			continue;
		}

		if (event.type === 'request') {
			// Another attempt starts the answer again.
			positions = [];
		} else if (event.type === 'sse' && isDeltaOf(event, blocks)) {
			positions.push(position);
		}
	}

	return positions;
}

function isDeltaOf(
	event: SseTraceEvent,
	{first, count}: {readonly first: number; readonly count: number},
): boolean {
	const decoded = arrived(event);
	const index = isContent(decoded?.piece ?? null) ? decoded?.index : null;
	return index != null && index >= first && index < first + count;
}

function blockLength(trace: Trace, length: number, exchange: number, index: number): number {
	const block = exchangeIn(trace.viewAt(length), exchange)?.message?.blocks[index];
	return block === undefined ? 0 : block.text.length + (block.partialJson?.length ?? 0);
}
