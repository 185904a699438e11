import {useEffect} from 'react';
import {goToEnd} from '../actions/player-actions.js';
import type {ScreenModel} from '../screen-model.js';
import {breakpointWords} from '../state/breakpoint.js';
import {type Playback, playOn} from '../state/playback.js';

/** How long the end of a loop stands before it begins again, in milliseconds. */
const loopRest = 1000;

/** Moves the playhead while it plays, at most once a frame. Nothing runs while it stands. */
export function usePlayer(model: ScreenModel, playback: Playback, now: () => number, frame: number): void {
	const {isPlaying} = playback;
	useEffect(() => {
		if (!isPlaying) {
			return;
		}

		let last = now();
		let place: PlayPlace = {playhead: model.length, waited: 0};
		const timer = setInterval(() => {
			const elapsed = now() - last;
			last += elapsed;
			place = tick(model, place, elapsed);
		}, frame);
		return () => clearInterval(timer);
	}, [model, isPlaying, now, frame]);
}

/** Where the player has left the playhead, and how long it has waited there, in milliseconds of the recording. */
type PlayPlace = {readonly playhead: number; readonly waited: number};

/** Plays on for `elapsed` milliseconds. What the person looks at stays; only the playhead moves. */
function tick(model: ScreenModel, place: PlayPlace, elapsed: number): PlayPlace {
	const {trace, state} = model;
	const {playback} = state;
	const {speed, breakpoint} = playback;
	const playhead = model.length;
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
		stop(model, `stopped ${breakpointWords(breakpoint)}`);
	}

	return next;
}

/** At the end playing stops, and is live again where there is more to come; a loop begins again after a while. */
function rest(model: ScreenModel, place: PlayPlace): PlayPlace {
	if (!model.state.playback.isLooping || model.trace.length === 0) {
		if (!model.isReplay) {
			goToEnd(model);
		}

		stop(model, null);
		return place;
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
