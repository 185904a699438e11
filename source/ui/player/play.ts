import {type BookmarkRange, bookmarkRange} from '../../analysis/bookmarks.js';
import {printFilter} from '../../analysis/filter/print-filter.js';
import {playOn} from '../../analysis/playback.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {testOf} from '../events/select-filter.js';
import type {Screen} from '../screen/screen.js';
import {canBeLive, changePlayback, goToEnd} from './playhead.js';
import {selectIsAnswering, selectLength} from './select-view.js';

/** How long a loop rests at its end, in milliseconds. */
const loopRest = 1000;

/** Where the player left the playhead, and how long it has waited there, in milliseconds of the recording. */
export type PlayPlace = {readonly playhead: number; readonly waited: number};

/** Moves the playhead while it plays. `outcome` says whether playing continues, or stops at the breakpoint or at the end. */
export type PlayAction = {
	readonly name: 'playTo';
	readonly playhead: number;
	readonly outcome: 'goOn' | 'break' | 'end';
};

/** Computes where the player is after `elapsed` more milliseconds, and the action that moves the screen there; `null` if nothing moves. */
export function playTick(
	screen: Screen,
	place: PlayPlace,
	elapsed: number,
): {readonly place: PlayPlace; readonly action: PlayAction | null} {
	const {trace, live, playback} = screen;
	const playhead = selectLength(screen);
	// A key may have moved the playhead in the meantime.
	const waited = playhead === place.playhead ? place.waited : 0;
	const end = (loopedRange(screen)?.to ?? live.length - 1) + 1;
	if (playhead >= end) {
		return rest(screen, {playhead, waited: waited + elapsed}, false);
	}

	const budget = playback.speed === 'max' ? Number.POSITIVE_INFINITY : elapsed * playback.speed;
	const {breakpoint, idleLimit} = playback;
	const stopsAt = breakpoint === null ? null : testOf(screen, breakpoint);
	const next = playOn(trace.events, {playhead, waited}, budget, {idleLimit, stopsAt});
	if (next.isStopped && next.playhead <= end) {
		return {place: next, action: {name: 'playTo', playhead: next.playhead, outcome: 'break'}};
	}

	if (next.playhead >= end) {
		// Immediately: by the next frame the stream has grown, and the playhead would chase it for ever.
		return rest(screen, {playhead: end, waited: 0}, true);
	}

	const isMoved = next.playhead > playhead;
	return {place: next, action: isMoved ? {name: 'playTo', playhead: next.playhead, outcome: 'goOn'} : null};
}

/** At the end, playing stops, and a chat is live again. A loop restarts after a rest, once nothing more can arrive. */
function rest(screen: Screen, place: PlayPlace, isMoved: boolean): ReturnType<typeof playTick> {
	const {playback, live} = screen;
	if (!playback.isLooping || live.length === 0) {
		return {place, action: {name: 'playTo', playhead: place.playhead, outcome: 'end'}};
	}

	const range = loopedRange(screen);
	const isGrowing = range === null && selectIsAnswering(screen);
	if (isGrowing || place.waited < loopRest) {
		const {playhead} = place;
		const action = isMoved ? ({name: 'playTo', playhead, outcome: 'goOn'} as const) : null;
		return {place: isGrowing ? {playhead, waited: 0} : place, action};
	}

	const start = range === null ? 0 : range.from + 1;
	return {place: {playhead: start, waited: 0}, action: {name: 'playTo', playhead: start, outcome: 'goOn'}};
}

/** What a loop repeats: what is between the two bookmarks that were set last. `null` without a loop, and where it repeats the whole. */
export function loopedRange({playback, bookmarks}: Screen): BookmarkRange | null {
	return playback.isLooping ? bookmarkRange(bookmarks) : null;
}

/** Moves only the playhead. The user's view stays. */
export function playTo(screen: Screen, {playhead, outcome}: PlayAction): Screen {
	const moved = {...screen, playhead};
	switch (outcome) {
		case 'goOn': {
			return moved;
		}

		case 'break': {
			return breakAt(moved);
		}

		case 'end': {
			return changePlayback(canBeLive(screen) ? goToEnd(moved) : moved, {isPlaying: false});
		}
	}
}

/** Pauses a live screen at the newest event if it matches the breakpoint. The stream continues. */
export function stopAtBreakpoint(screen: Screen): Screen {
	const {live, playback, playhead} = screen;
	const {breakpoint} = playback;
	return breakpoint !== null && playhead === null && testOf(screen, breakpoint)(live.length - 1) === true
		? breakAt({...screen, playhead: live.length})
		: screen;
}

function breakAt(screen: Screen): Screen {
	const {breakpoint} = screen.playback;
	const words = breakpoint === null ? '' : sanitizeLine(printFilter(breakpoint));
	return {...changePlayback(screen, {isPlaying: false}), notice: `stopped at ${words}`};
}
