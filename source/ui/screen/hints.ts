import {selectLatest} from '../player/select-view.js';
import type {Screen} from './screen.js';
import {selector} from './selector.js';

/** Which keys the status line names, from many to few: as many as there is room for. */
export const selectChatHints: (screen: Screen) => readonly string[] = selector(
	screen =>
		[
			selectLatest(screen)?.phase,
			// In the prompt the player's keys type their characters.
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

/** Those of the player of a recording. */
export const selectPlayerHints: (screen: Screen) => readonly string[] = selector(
	({playback}) => [playback.isPlaying] as const,
	isPlaying => [
		`${playWords(isPlaying)}  , . step  < > speed  F1 help  q leaves`,
		`${playWords(isPlaying)}  , . step  F1 help  q leaves`,
		', . step  F1 help  q leaves',
		'F1 help  q leaves',
		'q leaves',
	],
);

function playWords(isPlaying: boolean): string {
	return isPlaying ? 'Space pauses' : 'Space plays';
}
