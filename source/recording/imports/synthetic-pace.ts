import type {SseEvent} from '../../wire/sse-event.js';

/** An event with its arrival time in milliseconds and the number of the read that brought it. */
export type TimedSse = {
	readonly at: number;
	readonly chunk: number;
	readonly sse: SseEvent;
};

/** Milliseconds from a request to its response: the median of measurements. */
export const syntheticResponseTime = 944;

/**
 * Makes up times for events without any, so that they can be played. Deltas are 40 to 70 ms apart, as from the API; other events share the
 * read of the event before. The same stream always gets the same times.
 */
export function createSyntheticPace(start: number): (sse: SseEvent) => TimedSse {
	const random = createRandom();
	let at = start;
	let chunk = 1;
	return sse => {
		const gap = gapBefore(sse, random);
		if (gap > 0) {
			at += gap;
			chunk++;
		}

		return {at, chunk, sse};
	};
}

function gapBefore({event, data}: SseEvent, random: () => number): number {
	if (data.includes('"content_block_delta"') || event === null || event === 'error') {
		return 40 + Math.floor(random() * 31);
	}

	// A server tool takes its time before its result arrives at once.
	if (event === 'content_block_start' && /"type":\s*"\w+_tool_result"/.test(data)) {
		return 900 + Math.floor(random() * 700);
	}

	return event === 'message_delta' ? 20 + Math.floor(random() * 40) : 0;
}

/** mulberry32 with a fixed seed. */
function createRandom(): () => number {
	let state = 0x5eed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
