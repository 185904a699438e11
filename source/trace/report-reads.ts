import {contentDelta, isContent} from '../protocol/content-delta.js';
import {isObject, parseJson} from '../protocol/json.js';
import type {SseTraceEvent} from './trace-event.js';
import type {ReadReport} from './trace-report.js';

/**
 * The content that one read brings on average from which on it may be called buffered. An API that sends in bursts makes a pause of half a
 * second and then brings about ten pieces.
 */
const bufferedContent = 20;

/** Fewer pieces of content than this can come in one read by chance. */
const leastContent = 5;

/** A fast server fills its reads as well. Held back is only what is waited for: so many milliseconds for a read, on average. */
const longWait = 200;

/** Counts the reads of one exchange. `null` where the trace does not number them. `since` is when it was asked for, `null` without times. */
export function reportReads(events: readonly SseTraceEvent[], since: number | null): ReadReport | null {
	const counts = new Map<string, number>();
	const contentReads = new Set<string>();
	let pieces = 0;
	let until = 0;
	for (const event of events) {
		if (event.chunk <= 0) {
			return null;
		}

		const key = `${event.attempt}/${event.chunk}`;
		counts.set(key, (counts.get(key) ?? 0) + 1);
		if (bringsContent(event)) {
			contentReads.add(key);
			pieces++;
			until = event.at;
		}
	}

	const sizes = [...counts.values()];
	const reads = sizes.length;
	const isFull = pieces >= leastContent && (reads === 1 || pieces >= contentReads.size * bufferedContent);
	return {
		reads,
		largest: sizes.reduce((most, size) => Math.max(most, size), 0),
		shared: sizes.reduce((sum, size) => sum + (size > 1 ? size : 0), 0),
		isBuffered: isFull && since !== null && until - since >= contentReads.size * longWait,
	};
}

function bringsContent({data}: SseTraceEvent): boolean {
	const payload = parseJson(data);
	const delta = isObject(payload) ? contentDelta(payload) : null;
	return delta !== null && isContent(delta);
}
