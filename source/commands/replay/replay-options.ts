import {findPlace} from '../../analysis/find-place.js';
import {type Playback, type PlaySpeed, playSpeeds, stoppedPlayback} from '../../analysis/playback.js';
import {bookmarksIn} from '../../recording/bookmark-lines.js';
import type {TraceSource} from '../../recording/open-trace-source.js';
import {UsageError} from '../usage-error.js';

/** The flags of the player as typed. */
export type ReplayFlags = {
	readonly speed?: string;
	readonly paused?: true;
	readonly present?: true;
	readonly from?: string;
	readonly idleLimit?: string;
};

/** The initial speed and limit. Throws a `UsageError` for an invalid one. */
export function startPlayback({speed, paused, idleLimit}: ReplayFlags): Playback {
	return {
		...stoppedPlayback,
		isPlaying: paused !== true,
		speed: readSpeed(speed ?? '1'),
		idleLimit: idleLimit === undefined ? Number.POSITIVE_INFINITY : readLimit(idleLimit),
	};
}

/** The initial playhead. Throws a `UsageError` for a place that is not in the trace. */
export function startPlayhead(
	source: Pick<TraceSource, 'events' | 'others' | 'pacing'>,
	{from}: Pick<ReplayFlags, 'from'>,
): number {
	return from === undefined ? 0 : placeIn(source, '--from', from) + 1;
}

/** The position of a place that was given as an option. Throws a `UsageError` if it is not in the trace. */
export function placeIn(
	{events, others, pacing}: Pick<TraceSource, 'events' | 'others' | 'pacing'>,
	option: string,
	from: string,
): number {
	const hasTimes = pacing === 'recorded';
	const bookmarks = bookmarksIn(others, events.length);
	const position = findPlace(events, from, hasTimes, bookmarks);
	if (position === null) {
		throw new UsageError(
			`${option} ${JSON.stringify(from)} is not in the trace.`,
			`Use the number of an event, 1 to ${events.length}${hasTimes ? ', or a time such as 3.5s or 1:05' : '; it has no times'}${bookmarkHint(bookmarks.length)}.`,
		);
	}

	return position;
}

function bookmarkHint(count: number): string {
	return count === 0 ? '' : `, or a bookmark, b1${count === 1 ? '' : ` to b${count}`}`;
}

function readSpeed(text: string): PlaySpeed {
	const [slowest] = playSpeeds;
	const fastest = playSpeeds.at(-2);
	const speed = text === 'max' ? text : decimal(text);
	const isKnown = speed === 'max' || (speed >= Number(slowest) && speed <= Number(fastest));
	if (!isKnown) {
		throw new UsageError(
			`--speed cannot be ${JSON.stringify(text)}.`,
			`Use a number from ${slowest} to ${fastest}, or max.`,
		);
	}

	return speed;
}

function readLimit(text: string): number {
	const seconds = decimal(text);
	if (!(seconds >= 0)) {
		throw new UsageError(
			`--idle-limit cannot be ${JSON.stringify(text)}.`,
			'Use seconds, as in --idle-limit 2.',
		);
	}

	return seconds * 1000;
}

function decimal(text: string): number {
	return /^\d*\.?\d+$/.test(text) ? Number(text) : Number.NaN;
}
