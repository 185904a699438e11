/** An event that was stamped when it was sent. Both times are in milliseconds, each on a clock of its own. */
export type StampedArrival = {
	readonly sentAt: number;
	readonly arrivedAt: number;
	/** The number of its read, from 1. */
	readonly read: number;
};

/** What a path does with a stream: nothing, late pieces, or the whole at its end. */
export type PathVerdict = 'passes it on' | 'holds pieces back' | 'holds everything back';

/** How a path held a stream back. Times are in milliseconds. */
export type HeldBack = {
	readonly verdict: PathVerdict;
	readonly events: number;
	readonly reads: number;
	/** From the first event sent to the last one. */
	readonly sentOver: number;
	/** How many events came later than the least delayed one by more than the tolerance. */
	readonly late: number;
	/** The most that an event was held back, compared with the least delayed one. */
	readonly max: number;
	readonly median: number;
	/** Reads that brought events which were sent further apart than the tolerance, and the longest such distance. */
	readonly together: number;
	readonly longestTogether: number;
};

/** In milliseconds: what a busy machine and a network make of themselves. */
export const heldBackTolerance = 50;

/** Compares when events were sent with when they arrived. The clocks need not agree: the least delayed event counts as not delayed at all. */
export function heldBack(arrivals: readonly StampedArrival[], tolerance = heldBackTolerance): HeldBack {
	const delays = arrivals.map(({sentAt, arrivedAt}) => arrivedAt - sentAt);
	const least = Math.min(...delays);
	const held = delays.map(delay => delay - least).sort((a, b) => a - b);
	const spans = [...Map.groupBy(arrivals, ({read}) => read).values()].map(
		events => Math.max(...events.map(({sentAt}) => sentAt)) - Math.min(...events.map(({sentAt}) => sentAt)),
	);
	const late = held.filter(delay => delay > tolerance).length;
	const sentOver = (arrivals.at(-1)?.sentAt ?? 0) - (arrivals[0]?.sentAt ?? 0);
	const longestTogether = Math.max(0, ...spans);
	const isWhole = sentOver > tolerance && longestTogether > sentOver * 0.9;
	return {
		verdict: isWhole ? 'holds everything back' : late > 0 ? 'holds pieces back' : 'passes it on',
		events: arrivals.length,
		reads: spans.length,
		sentOver,
		late,
		max: held.at(-1) ?? 0,
		median: held[Math.floor(held.length / 2)] ?? 0,
		together: spans.filter(span => span > tolerance).length,
		longestTogether,
	};
}
