import {useEffect} from 'react';
import type {ScreenStore} from '../screen/screen-store.js';
import {type PlayPlace, playTick} from './play.js';
import {selectLength} from './select-view.js';

/** Moves the playhead while it plays, at most once a frame, and stops it at a breakpoint. No timer runs while it is paused. */
export function usePlayer(store: ScreenStore, now: () => number, frame: number): void {
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
	useEffect(
		() =>
			breakpoint === null ? undefined : trace.subscribe(() => store.dispatch({name: 'checkBreakpoint'})),
		[store, trace, breakpoint],
	);
}
