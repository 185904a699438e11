import {canBeLive, changePlayback, movePlayhead} from '../player/playhead.js';
import {selectLength} from '../player/select-view.js';
import type {Screen} from '../screen/screen.js';
import {selectPosition} from './select-log.js';

/** Whether the event after the playhead is hidden, for people to guess what comes. A playhead that has moved shows it. */
export function isGuessing({isPresenting, guess, playhead, log}: Screen): boolean {
	return isPresenting && guess !== null && guess === playhead && log.isFollowing;
}

/** Hides the event after the presented one until the next step, or shows the presented one again. */
export function guessNext(screen: Screen): Screen {
	if (isGuessing(screen)) {
		return {...screen, guess: null};
	}

	const length = screen.log.isFollowing ? selectLength(screen) : selectPosition(screen) + 1;
	return length >= screen.live.length && !canBeLive(screen)
		? {...screen, notice: 'nothing comes after this event'}
		: {...movePlayhead(changePlayback(screen, {isPlaying: false}), length), guess: length};
}
