import type {SseTraceEvent} from './trace-event.js';
import type {ReadReport} from './trace-report.js';

/**
 * The content that one read brings on average from which on it is called buffered. An API that sends in bursts makes a pause of half a second and
 * then brings about ten pieces.
 */
const bufferedContent = 20;

/** Fewer pieces of content than this can come in one read by chance. */
const leastContent = 5;

/** Counts the reads of one exchange. `null` where the trace does not number them. `contentDeltas` are the non-empty ones. */
export function reportReads(events: readonly SseTraceEvent[], contentDeltas: number): ReadReport | null {
	const counts = new Map<string, number>();
	for (const {attempt, chunk} of events) {
		if (chunk <= 0) {
			return null;
		}

		const key = `${attempt}/${chunk}`;
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}

	const sizes = [...counts.values()];
	const reads = sizes.length;
	return {
		reads,
		largest: sizes.reduce((most, size) => Math.max(most, size), 0),
		shared: sizes.reduce((sum, size) => sum + (size > 1 ? size : 0), 0),
		isBuffered: contentDeltas >= leastContent && (reads === 1 || contentDeltas >= reads * bufferedContent),
	};
}
