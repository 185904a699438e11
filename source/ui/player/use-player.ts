import {useEffect} from 'react';
import type {ScreenStore} from '../screen/screen-store.js';
import {type PlayPlace, playTick} from './play.js';
import {selectLength} from './select-view.js';

/** Moves the playhead while it plays, at most once a frame, and stops it at a breakpoint or at the request of a prompt. No timer runs while it is paused. */
export function usePlayer(store: ScreenStore, now: () => number, frame: number): void {
	const {stopFrom} = store.state;
	const {isPlaying, breakpoint} = store.state.playback;
	useEffect(() => {
		if (!isPlaying) {
			return;
		}

		let last = now();
		let place: PlayPlace = {playhead: selectLength(store.state), waited: 0};
		const timer = setInterval(() => {
			const elapsed = now() - last;
			last += elapsed;
			const next = playTick(store.newest(), place, elapsed);
			place = next.place;
			if (next.action !== null) {
				store.dispatch(next.action);
			}
		}, frame);
		return () => clearInterval(timer);
	}, [store, isPlaying, now, frame]);

	const {trace} = store.state;
	const isWatching = breakpoint !== null || stopFrom !== null;
	useEffect(() => {
		if (!isWatching) {
			return;
		}

		const check = () => store.dispatch({name: 'checkBreakpoint'});
		const unsubscribe = trace.subscribe(check);
		// The request may have been sent before this frame.
		if (store.state.stopFrom !== null) {
			check();
		}

		return unsubscribe;
	}, [store, trace, isWatching]);
}
