import {breakpointHit, breakpointWords} from '../../analysis/breakpoint.js';
import {playOn} from '../../analysis/playback.js';
import {sanitizeLine} from '../../text/sanitize.js';
import type {ScreenModel} from '../screen/screen-model.js';
import {goToEnd} from './player-actions.js';

/** How long the end of a loop stands before it begins again, in milliseconds. */
const loopRest = 1000;

/** Where the player has left the playhead, and how long it has waited there, in milliseconds of the recording. */
export type PlayPlace = {readonly playhead: number; readonly waited: number};

/** Plays on for `elapsed` milliseconds. What the person looks at stays; only the playhead moves. */
export function playTick(model: ScreenModel, place: PlayPlace, elapsed: number): PlayPlace {
	const {trace, length: playhead} = model;
	const {playback} = model.state;
	const {speed, breakpoint} = playback;
	// A key may have moved it meanwhile.
	const waited = playhead === place.playhead ? place.waited : 0;
	if (playhead >= trace.length) {
		return rest(model, {playhead, waited: waited + elapsed});
	}

	const budget = speed === 'max' ? Number.POSITIVE_INFINITY : elapsed * speed;
	const next = playOn(trace.events, {playhead, waited}, budget, playback);
	if (next.playhead > playhead) {
		model.store.update(now => ({...now, playhead: next.playhead}));
	}

	if (next.isStopped && breakpoint !== null) {
		stop(model, `stopped ${sanitizeLine(breakpointWords(breakpoint))}`);
		return next;
	}

	// At once: by the next frame a stream has gone on, and the playhead would run after it for ever.
	return next.playhead < trace.length ? next : rest(model, next);
}

/** Stops a live screen at the event that has just come, where it is the one that the breakpoint is about. The stream goes on. */
export function stopAtBreakpoint(model: ScreenModel): void {
	const {trace, state} = model;
	const {breakpoint} = state.playback;
	if (breakpoint === null || state.playhead !== null) {
		return;
	}

	if (breakpointHit(breakpoint)(trace.events, trace.length - 1)) {
		model.store.update(now => ({...now, playhead: trace.length}));
		stop(model, `stopped ${sanitizeLine(breakpointWords(breakpoint))}`);
	}
}

/**
 * At the end playing stops; of a chat it is live again. A loop begins again after a while, once nothing more is on its way.
 */
function rest(model: ScreenModel, place: PlayPlace): PlayPlace {
	if (!model.state.playback.isLooping || model.trace.length === 0) {
		if (!model.isReplay) {
			goToEnd(model);
		}

		stop(model, null);
		return place;
	}

	if (model.isAnswering) {
		return {...place, waited: 0};
	}

	if (place.waited < loopRest) {
		return place;
	}

	model.store.update(state => ({...state, playhead: 0}));
	return {playhead: 0, waited: 0};
}

function stop(model: ScreenModel, notice: string | null): void {
	model.store.update(state => ({
		...state,
		notice: notice ?? state.notice,
		playback: {...state.playback, isPlaying: false},
	}));
}
