import type {TraceEvent} from '../trace/trace-event.js';
import type {Filter} from './filter/filter.js';
import type {FilterTest} from './filter/match-filter.js';
import {pauseBefore} from './pauses.js';

/** A multiple of the recorded speed, or all at once. */
export type PlaySpeed = number | 'max';

export const playSpeeds: readonly PlaySpeed[] = [0.1, 0.25, 0.5, 1, 2, 5, 10, 25, 50, 100, 'max'];

/** The next listed speed above (1) or below (−1) a speed, which need not be listed. The last one if there is none. */
export function nextSpeed(speed: PlaySpeed, by: 1 | -1): PlaySpeed {
	const value = speedValue(speed);
	const isBeyond = (other: PlaySpeed) => (speedValue(other) - value) * by > 0;
	const found = by === 1 ? playSpeeds.find(isBeyond) : playSpeeds.findLast(isBeyond);
	return found ?? speed;
}

export function speedWords(speed: PlaySpeed): string {
	return speed === 'max' ? 'max' : `${speed}×`;
}

function speedValue(speed: PlaySpeed): number {
	return speed === 'max' ? Number.MAX_VALUE : speed;
}

/** How the playhead moves during playback. `idleLimit` is the longest pause to wait out, in milliseconds of the recording. */
export type Playback = {
	readonly isPlaying: boolean;
	readonly speed: PlaySpeed;
	readonly idleLimit: number;
	readonly isLooping: boolean;
	/** The events at which playback stops automatically. */
	readonly breakpoint: Filter | null;
};

export const stoppedPlayback: Playback = {
	isPlaying: false,
	speed: 1,
	idleLimit: Number.POSITIVE_INFINITY,
	isLooping: false,
	breakpoint: null,
};

/** The progress of playback: the playhead, and how long it has already waited there, in milliseconds of the recording. */
export type PlayPosition = {
	readonly playhead: number;
	readonly waited: number;
	/** True if the breakpoint stopped playback. Its event is the last one before the playhead. */
	readonly isStopped: boolean;
};

/** Continues playback for `budget` milliseconds of the recording. `stopsAt` is the test of the breakpoint. */
export function playOn(
	events: readonly TraceEvent[],
	from: {readonly playhead: number; readonly waited: number},
	budget: number,
	{idleLimit, stopsAt}: {readonly idleLimit: number; readonly stopsAt: FilterTest | null},
): PlayPosition {
	let {playhead} = from;
	let left = from.waited + budget;
	while (playhead < events.length) {
		const pause = pauseBefore(events, playhead, idleLimit);
		if (pause > left) {
			return {playhead, waited: left, isStopped: false};
		}

		left -= pause;
		playhead++;
		if (stopsAt?.(playhead - 1) === true) {
			return {playhead, waited: 0, isStopped: true};
		}
	}

	return {playhead, waited: 0, isStopped: false};
}
