import type {AlignedEvents} from '../../analysis/comparison/align-logs.js';
import {alignTraces} from '../../analysis/comparison/align-traces.js';
import type {PlaySpeed} from '../../analysis/playback.js';
import type {Trace} from '../../trace/trace.js';

/** One of two recordings that are played in step. */
export type PairSide = {readonly name: string; readonly trace: Trace; readonly hasTimes: boolean};

/** How many events of each side are shown. */
export type PairLengths = readonly [left: number, right: number];

/** Two recordings on one playhead. Everything on the screen is derived from it. */
export type Pair = {
	readonly sides: readonly [PairSide, PairSide];
	/** The events of both, those that belong together in one row. */
	readonly rows: readonly AlignedEvents[];
	readonly lengths: PairLengths;
	/** Whether a step brings the next row, or what came next in time on either side. */
	readonly by: 'event' | 'time';
	readonly isPlaying: boolean;
	readonly speed: PlaySpeed;
	/** What is played but not yet shown, in milliseconds: since the beginning by time, since the last step by event. */
	readonly clock: number;
	readonly isHelpOpen: boolean;
	/** What a key just did. */
	readonly notice: string | null;
};

export type PairOpening = Pick<Pair, 'sides'> & Partial<Pick<Pair, 'isPlaying' | 'speed'>>;

/** Opens two recordings at their beginning: by time, if both have times. */
export function openPair({sides, isPlaying = false, speed = 1}: PairOpening): Pair {
	const [left, right] = sides;
	return {
		sides,
		rows: alignTraces(left.trace, right.trace),
		lengths: [0, 0],
		by: hasTimes(sides) ? 'time' : 'event',
		isPlaying,
		speed,
		clock: 0,
		isHelpOpen: false,
		notice: null,
	};
}

export function hasTimes(sides: Pair['sides']): boolean {
	return sides.every(side => side.hasTimes);
}

/** Milliseconds from the first event of a side to its event at a position; infinite behind its end. */
export function sinceStart({trace}: PairSide, position: number): number {
	const event = trace.at(position);
	return event === undefined ? Number.POSITIVE_INFINITY : event.at - (trace.at(0)?.at ?? 0);
}

/** How far both sides are, in milliseconds: the later one of the newest events. */
export function pairTime({sides, lengths}: Pair): number {
	return Math.max(
		...sides.map((side, index) =>
			(lengths[index] ?? 0) > 0 ? sinceStart(side, (lengths[index] ?? 0) - 1) : 0,
		),
	);
}

/** Whether the sides show all that a row holds. */
export function isShown({left, right}: AlignedEvents, [one, other]: PairLengths): boolean {
	return (left?.number ?? 0) <= one && (right?.number ?? 0) <= other;
}

/** The row at the playhead: the last one of which something is shown, or −1. */
export function pairRow({rows, lengths: [one, other]}: Pair): number {
	return rows.findLastIndex(
		({left, right}) => (left !== null && left.number <= one) || (right !== null && right.number <= other),
	);
}

/** Whether both sides are at their end. */
export function isAtEnd({sides, lengths}: Pair): boolean {
	return sides.every(({trace}, index) => (lengths[index] ?? 0) >= trace.length);
}
