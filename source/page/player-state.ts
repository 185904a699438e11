import {type PlaySpeed, playOn} from '../analysis/playback.js';
import type {TraceEvent} from '../trace/trace-event.js';
import {idleLimit} from './page-data.js';

/** The playhead counts the events that have arrived. `waited` is the time spent waiting for the next one, in milliseconds of the recording. */
export type PlayerState = {
	readonly playhead: number;
	readonly waited: number;
	readonly isPlaying: boolean;
};

/** `seek` continues playing, `stop` does not. `elapse` is time that has passed, in milliseconds. */
export type PlayerAction =
	| {readonly type: 'toggle'}
	| {readonly type: 'seek'; readonly to: number}
	| {readonly type: 'stop'; readonly at: number}
	| {readonly type: 'elapse'; readonly time: number; readonly speed: PlaySpeed};

export function reducePlayer(
	state: PlayerState,
	action: PlayerAction,
	events: readonly TraceEvent[],
): PlayerState {
	const within = (playhead: number) => Math.max(0, Math.min(events.length, playhead));
	switch (action.type) {
		case 'toggle': {
			const isAtEnd = state.playhead === events.length;
			return state.isPlaying || !isAtEnd
				? {...state, isPlaying: !state.isPlaying}
				: {playhead: 0, waited: 0, isPlaying: true};
		}

		case 'seek': {
			return {...state, playhead: within(action.to), waited: 0};
		}

		case 'stop': {
			return {playhead: within(action.at), waited: 0, isPlaying: false};
		}

		case 'elapse': {
			const budget = action.speed === 'max' ? Number.POSITIVE_INFINITY : action.time * action.speed;
			const {playhead, waited} = playOn(events, state, budget, {idleLimit, stopsAt: null});
			return {playhead, waited, isPlaying: playhead < events.length};
		}
	}
}
