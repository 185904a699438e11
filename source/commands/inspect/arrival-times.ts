import {createGrowingReader} from '../../recording/growing/growing-reader.js';
import type {Capture} from '../../recording/open-trace-source.js';
import type {TraceEvent} from '../../trace/trace-event.js';

/** When a piped stream arrived, read by read, while something else reads it. */
export type ArrivalTimes = {
	/** Passes the source on unchanged, and notes when each piece comes. */
	watch(source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
	/** The capture with the times and the reads at which it was seen to arrive. Unchanged if it has its own, or if it was there all at once. */
	applyTo(capture: Capture): Capture;
};

/** A file in a pipe comes without a pause. In milliseconds: a stream that comes over a network pauses for longer. */
const minPause = 30;

/** A longer stream gets no times: both readings of it would be in memory. */
const maxEvents = 100_000;

const arrivalNote =
	'Its times are those at which it arrived here. When the request was sent is not known: the clocks count from the start of this program.';

/** `now` is in milliseconds since the program began, which is about when the program at the other end of the pipe did. */
export function createArrivalTimes(now: () => number = () => performance.now()): ArrivalTimes {
	const seen: TraceEvent[] = [];
	let longestPause = 0;
	let isOwn = false;
	const reader = createGrowingReader({
		now,
		note() {},
		openedAt: 0,
		offset: {at: 0, exchange: 0},
		emit(event) {
			if (!isOwn && seen.length <= maxEvents) {
				seen.push(event);
			}
		},
	});

	return {
		async *watch(source) {
			let waitingSince: number | null = null;
			try {
				for await (const piece of source) {
					longestPause = waitingSince === null ? 0 : Math.max(longestPause, now() - waitingSince);
					isOwn ||= reader.format() === 'recording';
					if (!isOwn && !reader.isWhole() && seen.length <= maxEvents) {
						reader.read(piece);
					}

					yield piece;
					waitingSince = now();
				}
			} finally {
				await (isOwn || reader.isWhole() ? null : reader.end());
			}
		},
		applyTo(capture) {
			const isLive =
				longestPause >= minPause &&
				seen.length > 0 &&
				seen.length <= maxEvents &&
				!isOwn &&
				!reader.isWhole();
			const events = isLive ? timed(capture.events, seen) : null;
			return events === null || capture.pacing === 'recorded'
				? capture
				: {...capture, events, pacing: 'recorded', notes: [...capture.notes, arrivalNote]};
		},
	};
}

/** The events with the times and reads of those that were seen; `null` if they are not the same. */
function timed(events: readonly TraceEvent[], seen: readonly TraceEvent[]): readonly TraceEvent[] | null {
	const result = events.map((event, index) => {
		const other = seen[index];
		if (other === undefined || other.type !== event.type) {
			return null;
		}

		const {at} = other;
		return event.type === 'sse' && other.type === 'sse'
			? event.data === other.data
				? {...event, at, chunk: other.chunk}
				: null
			: {...event, at};
	});
	return result.every(event => event !== null) ? result : null;
}
