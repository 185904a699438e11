import {canBeLive} from '../player/playhead.js';
import {selectLatest} from '../player/select-view.js';
import type {Screen} from './screen.js';
import {selector} from './selector.js';

/** The key hints of the status line, longest first. The status line shows the first that fits. */
export const selectChatHints: (screen: Screen) => readonly string[] = selector(
	screen =>
		[
			selectLatest(screen)?.phase,
			// In the prompt, the player's keys type characters.
			screen.playhead !== null && screen.focus !== 'prompt',
			screen.playback.isPlaying,
		] as const,
	(phase, isAtPlayhead, isPlaying) => {
		if (isAtPlayhead) {
			const play = playWords(isPlaying);
			return [
				`${play}  , . step  0 live  Tab panes  F1 help`,
				`${play}  , . step  0 live  F1 help`,
				', . step  0 live  F1 help',
				', . step  0 live',
				'0 live',
			];
		}

		return phase === 'connecting' || phase === 'streaming'
			? ['Tab panes  Esc stop  F1 help', 'Esc stop  F1 help', 'Esc stop']
			: ['Tab panes  F1 help', 'F1 help'];
	},
);

/** The hints while a recording is played. */
export const selectPlayerHints: (screen: Screen) => readonly string[] = selector(
	screen => [screen.playback.isPlaying, screen.playhead, canBeLive(screen)] as const,
	(isPlaying, playhead, isGrowing) => [
		playhead === null
			? 'Space pauses  , . step back and on  F1 help  q quits'
			: `${playWords(isPlaying)}  , . step  ${isGrowing ? '0 live' : '< > speed'}  F1 help  q quits`,
		`${playWords(isPlaying || playhead === null)}  , . step  F1 help  q quits`,
		', . step  F1 help  q quits',
		'F1 help  q quits',
		'q quits',
	],
);

function playWords(isPlaying: boolean): string {
	return isPlaying ? 'Space pauses' : 'Space plays';
}
