import type {ExportSource} from './exports/exported.js';

/** Converts an event's time to milliseconds since 1970. */
export type WallClock = (at: number, position: number) => number;

type Stretch = {readonly from: number; readonly at: number; readonly time: number};

/**
 * The wall clock of a recording. Its own clock does not count the time between two processes that wrote it, but each `resume` line tells when it
 * went on. A capture that does not tell when it was made ends `now`.
 */
export function wallClockOf(
	{header, events, others}: Pick<ExportSource, 'header' | 'events' | 'others'>,
	now: number,
): WallClock {
	const startedAt = Date.parse(header?.startedAt ?? '');
	const last = events.reduce((latest, {at}) => Math.max(latest, at), 0);
	const stretches: Stretch[] = [{from: 0, at: 0, time: Number.isNaN(startedAt) ? now - last : startedAt}];
	for (const {before, line} of others) {
		const time = typeof line.resumedAt === 'string' ? Date.parse(line.resumedAt) : Number.NaN;
		if (line.type === 'resume' && typeof line.at === 'number' && !Number.isNaN(time)) {
			stretches.push({from: before, at: line.at, time});
		}
	}

	return (at, position) => {
		const stretch = stretches.findLast(({from}) => from <= position);
		return stretch === undefined ? at : stretch.time + at - stretch.at;
	};
}
