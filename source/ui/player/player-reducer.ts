import type {BookmarkRange} from '../../analysis/bookmarks.js';
import {rangeName} from '../../analysis/measure-range.js';
import {nextSpeed, type Playback, speedWords} from '../../analysis/playback.js';
import {selectPosition} from '../events/select-log.js';
import type {Screen} from '../screen/screen.js';
import {loopedRange} from './play.js';
import {canBeLive, changePlayback, goLive, goToEnd, movePlayhead} from './playhead.js';
import {selectIsAnswering, selectLength} from './select-view.js';

/** Key actions of the playhead: pause, step, speed. */
export const playerKeys = {
	playPause,
	stepForward: (screen: Screen) => step(screen, 1),
	stepBack: (screen: Screen) => step(screen, -1),
	slower: (screen: Screen) => changeSpeed(screen, -1),
	faster: (screen: Screen) => changeSpeed(screen, 1),
	previousExchange: (screen: Screen) => toExchange(screen, -1),
	nextExchange: (screen: Screen) => toExchange(screen, 1),
	toggleLoop,
	playFromHere: (screen: Screen) => movePlayhead(screen, selectPosition(screen) + 1),
	goLive,
};

function step(screen: Screen, by: number): Screen {
	const length = selectLength(screen);
	const moved = movePlayhead(changePlayback(screen, {isPlaying: false}), length + by);
	return by > 0 && length === screen.live.length ? {...moved, notice: endWords(screen)} : moved;
}

/** Why a step at the end brings nothing. */
function endWords(screen: Screen): string {
	return selectIsAnswering(screen) || screen.isFollowed
		? 'no more has arrived yet'
		: 'this is the last event';
}

function changeSpeed(screen: Screen, by: 1 | -1): Screen {
	const speed = nextSpeed(screen.playback.speed, by);
	return {...changePlayback(screen, {speed}), notice: `speed ${speedWords(speed)}`};
}

function toExchange(screen: Screen, by: 1 | -1): Screen {
	const found = boundaryOf(screen, by);
	if (found === null) {
		return by === 1 ? goLive(screen) : screen;
	}

	return movePlayhead(changePlayback(screen, {isPlaying: false}), found);
}

/** Switches the loop. One between two bookmarks begins at the first of them. */
function toggleLoop(screen: Screen): Screen {
	const looped = changePlayback(screen, {isLooping: !screen.playback.isLooping});
	const range = loopedRange(looped);
	const length = selectLength(looped);
	const isOutside = range !== null && (length <= range.from || length > range.to + 1);
	const placed = isOutside ? movePlayhead(looped, range.from + 1) : looped;
	return {...placed, notice: loopWords(looped.playback, range)};
}

function loopWords({isLooping, isPlaying}: Playback, range: BookmarkRange | null): string {
	const what = range === null ? 'loop on' : `loop from ${rangeName(range)}`;
	return isLooping ? (isPlaying ? what : `${what}: Space plays`) : 'loop off';
}

function playPause(screen: Screen): Screen {
	const {playhead, playback} = screen;
	const {length} = screen.live;
	if (playback.isPlaying) {
		return changePlayback(screen, {isPlaying: false});
	}

	if (playhead === null) {
		// Live: the screen is paused while the trace keeps growing.
		return {...screen, playhead: length};
	}

	return playhead < length || !canBeLive(screen)
		? changePlayback(movePlayhead(screen, playhead < length ? playhead : 0), {isPlaying: true})
		: goToEnd(screen);
}

/** The playhead just after the first event of the previous or next exchange; `null` if there is none. */
function boundaryOf(screen: Screen, by: 1 | -1): number | null {
	const {trace, live} = screen;
	for (
		let position = selectLength(screen) - 1 + by;
		position >= 0 && position < live.length;
		position += by
	) {
		const isStart = trace.at(position - 1)?.exchange !== trace.at(position)?.exchange;
		if (isStart) {
			return position + 1;
		}
	}

	return null;
}
