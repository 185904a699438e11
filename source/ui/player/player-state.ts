import {type Playback, stoppedPlayback} from '../../analysis/playback.js';

/** How much of the trace is shown, and whether that moves by itself. */
export type PlayerState = {
	/** The length of the prefix that the screen folds; `null` is the live end. */
	readonly playhead: number | null;
	readonly playback: Playback;
};

export const initialPlayer: PlayerState = {playhead: null, playback: stoppedPlayback};

/** What a pane says that shows the newest there is: of a stream that goes on, or up to where the playhead stands. */
export function followWords({playhead}: Pick<PlayerState, 'playhead'>): string {
	return playhead === null ? 'following' : 'at the playhead';
}
