import {useEffect} from 'react';
import type {Playback} from '../../analysis/playback.js';
import type {ScreenModel} from '../screen/screen-model.js';
import {type PlayPlace, playTick, stopAtBreakpoint} from './play.js';

/** Moves the playhead while it plays, at most once a frame, and stops it at a breakpoint. Nothing runs while it stands. */
export function usePlayer(model: ScreenModel, playback: Playback, now: () => number, frame: number): void {
	const {isPlaying, breakpoint} = playback;
	useEffect(() => {
		if (!isPlaying) {
			return;
		}

		let last = now();
		let place: PlayPlace = {playhead: model.length, waited: 0};
		const timer = setInterval(() => {
			const elapsed = now() - last;
			last += elapsed;
			place = playTick(model, place, elapsed);
		}, frame);
		return () => clearInterval(timer);
	}, [model, isPlaying, now, frame]);

	useEffect(
		() => (breakpoint === null ? undefined : model.trace.subscribe(() => stopAtBreakpoint(model))),
		[model, breakpoint],
	);
}
