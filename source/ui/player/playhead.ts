import type {Playback} from '../../analysis/playback.js';
import {atTop, followingList} from '../screen/list-state.js';
import type {Screen} from '../screen/screen.js';

/** The state that shows the newest event of the prefix in every pane. */
const atPlayhead = {history: 'tail', log: followingList, inspector: atTop, notice: null} as const;

/** Puts the playhead after the first `length` events and shows the last of them. */
export function movePlayhead(screen: Screen, length: number): Screen {
	return {...screen, ...atPlayhead, playhead: Math.max(0, Math.min(length, screen.live.length))};
}

/** Puts the playhead at the end. In a live trace it stays there while the trace grows. */
export function goToEnd(screen: Screen): Screen {
	return {...screen, ...atPlayhead, playhead: canBeLive(screen) ? null : screen.live.length};
}

/** Shows new events: a person who sends a message wants to see its answer, wherever the playhead was. */
export function goLive(screen: Screen): Screen {
	return goToEnd(changePlayback(screen, {isPlaying: false}));
}

/** Whether the playhead can follow the end of the trace. */
export function canBeLive({isReplay, isFollowed}: Pick<Screen, 'isReplay' | 'isFollowed'>): boolean {
	return !isReplay || isFollowed;
}

export function changePlayback(screen: Screen, change: Partial<Playback>): Screen {
	return {...screen, playback: {...screen.playback, ...change}};
}
