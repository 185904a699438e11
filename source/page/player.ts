import type {PlaySpeed} from '../analysis/playback.js';
import type {TraceEvent} from '../trace/trace-event.js';
import {type PlayerAction, type PlayerState, reducePlayer} from './player-state.js';

/** Moves the playhead, by actions and during playback. */
export type Player = {
	readonly state: PlayerState;
	send(action: PlayerAction): void;
};

export type PlayerOptions = {
	/** The playhead at first. */
	readonly start: number;
	/** The playback speed, read before each frame. */
	speed(): PlaySpeed;
	/** Receives every new state. */
	onChange(state: PlayerState): void;
};

export function createPlayer(events: readonly TraceEvent[], {start, speed, onChange}: PlayerOptions): Player {
	let state: PlayerState = {playhead: start, waited: 0, isPlaying: false};
	let frame = 0;
	const send = (action: PlayerAction) => {
		const before = state;
		state = reducePlayer(before, action, events);
		if (state.isPlaying !== before.isPlaying) {
			cancelAnimationFrame(frame);
			if (state.isPlaying) {
				requestFrame(performance.now());
			}
		}

		if (state.playhead !== before.playhead || state.isPlaying !== before.isPlaying) {
			onChange(state);
		}
	};
	const requestFrame = (last: number) => {
		frame = requestAnimationFrame(now => {
			requestFrame(now);
			send({type: 'elapse', time: Math.max(0, now - last), speed: speed()});
		});
	};
	return {
		get state() {
			return state;
		},
		send,
	};
}
