import {hasOuterTimes, type TraceSource} from '../recording/open-trace-source.js';
import {type WallClock, wallClockOf} from '../recording/wall-clock.js';

/** What the screen knows of the times of an opened source. `wallTime` is `null` if it does not tell when it was made. */
export type RecordedTimes = {
	readonly hasTimes: boolean;
	readonly hasOuterTimes: boolean;
	readonly wallTime: WallClock | null;
};

export function recordedTimes(source: TraceSource): RecordedTimes {
	const hasTimes = source.pacing === 'recorded';
	const startedAt = Date.parse(source.header?.startedAt ?? '');
	return {
		hasTimes,
		hasOuterTimes: hasOuterTimes(source),
		wallTime: hasTimes && !Number.isNaN(startedAt) ? wallClockOf(source, startedAt) : null,
	};
}
