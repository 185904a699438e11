import {useEffect} from 'react';
import {movePlayhead} from '../actions/player-actions.js';
import type {ScreenModel} from '../screen-model.js';
import {breakpointWords, type Playback, playOn} from '../state/playback.js';

/** Moves the playhead while it plays, at most once a frame. Nothing runs while it stands. */
export function usePlayer(model: ScreenModel, playback: Playback, now: () => number, frame: number): void {
	const {isPlaying, speed} = playback;
	useEffect(() => {
		if (!isPlaying) {
			return;
		}

		let last = now();
		let waited = 0;
		const timer = setInterval(() => {
			const elapsed = now() - last;
			last += elapsed;
			const budget = speed === 'max' ? Number.POSITIVE_INFINITY : elapsed * speed;
			waited = tick(model, waited, budget);
		}, frame);
		return () => clearInterval(timer);
	}, [model, isPlaying, speed, now, frame]);
}

/** Plays on and gives back how long the next event has been waited for. */
function tick(model: ScreenModel, waited: number, budget: number): number {
	const {playhead, playback} = model.state;
	const from = playhead ?? model.trace.length;
	const next = playOn(model.trace.events, {playhead: from, waited}, budget, playback);
	if (next.playhead > from) {
		movePlayhead(model, next.playhead);
	}

	if (next.isStopped && playback.breakpoint !== null) {
		stop(model, `stopped ${breakpointWords(playback.breakpoint)}`);
	} else if (next.playhead >= model.trace.length) {
		if (playback.isLooping && model.trace.length > 0) {
			movePlayhead(model, 0);
		} else {
			stop(model, null);
		}
	}

	return next.waited;
}

function stop(model: ScreenModel, notice: string | null): void {
	model.store.update(state => ({...state, notice, playback: {...state.playback, isPlaying: false}}));
}
