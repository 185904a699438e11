import {type Playback, stoppedPlayback} from '../../analysis/playback.js';

/** How much of the trace is shown, and whether the playhead moves by itself. */
export type PlayerState = {
	/** The length of the prefix that the screen folds; `null` is the live end. */
	readonly playhead: number | null;
	readonly playback: Playback;
	/** While events are presented: the playhead behind which the next one is hidden, for people to guess it. `null` hides nothing. */
	readonly guess: number | null;
	/** Whether every prompt stops at its request, and a step brings one event. */
	readonly isStepping: boolean;
	/** The length of the trace when a prompt was sent at whose request the screen is to stop; `null` if there is none. */
	readonly stopFrom: number | null;
};

export const initialPlayer: PlayerState = {
	playhead: null,
	playback: stoppedPlayback,
	guess: null,
	isStepping: false,
	stopFrom: null,
};

/** The note of a pane that shows the newest event: of a live stream, or up to the playhead. */
export function followWords({playhead}: Pick<PlayerState, 'playhead'>): string {
	return playhead === null ? 'following' : 'at the playhead';
}
