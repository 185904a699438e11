import {usageNumber} from '../messages/usage-ledger.js';
import {formatBytes, formatMilliseconds, formatTokens} from '../text/format-numbers.js';
import {exchangeIn, type TraceView} from '../trace/fold-trace.js';
import type {Trace} from '../trace/trace.js';
import type {TraceEvent} from '../trace/trace-event.js';
import type {BookmarkRange} from './bookmarks.js';

/**
 * What lies between two events. `time` is in milliseconds. `events` and `bytes` are those that came after the first event, up to the last one:
 * `bytes` are those of their data in UTF-8. `tokens` is what the reported output tokens grew by; `null` if none were reported.
 */
type RangeMeasure = {
	readonly time: number;
	readonly events: number;
	readonly bytes: number;
	readonly tokens: number | null;
};

function measureRange(trace: Trace, {from, to}: BookmarkRange): RangeMeasure {
	const events = trace.events.slice(from + 1, to + 1);
	const [before, after] = [trace.viewAt(from + 1), trace.viewAt(to + 1)];
	const exchanges = [...new Set(events.map(({exchange}) => exchange))];
	const grown = exchanges.map(exchange => tokensIn(after, exchange) - tokensIn(before, exchange));
	const tokens = grown.reduce((sum, count) => sum + Math.max(0, count), 0);
	return {
		time: (trace.at(to)?.at ?? 0) - (trace.at(from)?.at ?? 0),
		events: to - from,
		bytes: events.reduce((sum, event) => sum + dataBytes(event), 0),
		tokens: tokens === 0 ? null : tokens,
	};
}

function tokensIn(view: TraceView, exchange: number): number {
	return usageNumber(exchangeIn(view, exchange)?.usage ?? [], 'output_tokens') ?? 0;
}

/** The bytes of an event's data in UTF-8. Requests, response headers and ends have none. */
export function dataBytes(event: TraceEvent): number {
	return event.type === 'sse' || event.type === 'body' ? Buffer.byteLength(event.data) : 0;
}

/** `#5 to #9: 1.50 s, 4 events, 312 B, 12 tokens`. Without times, none is shown. */
export function rangeWords(trace: Trace, range: BookmarkRange, hasTimes: boolean): string {
	const {time, events, bytes, tokens} = measureRange(trace, range);
	const parts = [
		...(hasTimes ? [formatMilliseconds(time)] : []),
		events === 1 ? '1 event' : `${events} events`,
		formatBytes(bytes),
		...(tokens === null ? [] : [`${formatTokens(tokens)} output ${tokens === 1 ? 'token' : 'tokens'}`]),
	];
	return `${rangeName(range)}: ${parts.join(', ')}`;
}

/** `#5 to #9`. */
export function rangeName({from, to}: BookmarkRange): string {
	return `#${from + 1} to #${to + 1}`;
}
