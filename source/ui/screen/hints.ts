import {canBeLive} from '../player/playhead.js';
import {escapeHint, offersTurns} from './escape.js';
import type {Screen} from './screen.js';
import {selector} from './selector.js';

export type HintFacts = {
	/** Whether the keys move the playhead: at the live end there is nowhere to go, in the prompt they type, and an overlay has keys of its own. */
	readonly isPlayer: boolean;
	readonly isPlaying: boolean;
	/** Whether an event is presented and the keys go to it. */
	readonly isPresenting: boolean;
	/** What Esc does now, in words, `''` if it does nothing. */
	readonly escapes: string;
};

/** The key hints of the status line, longest first. The status line shows the first that fits. */
export function chatHints({isPlayer, isPlaying, isPresenting, escapes}: HintFacts): readonly string[] {
	const guess = guessWords(isPresenting);
	if (isPlayer) {
		const play = playWords(isPlaying);
		return hints(
			[play, ', . step', guess, '0 live', escapes, 'F1 help'],
			[play, 'F1 help', escapes, guess, ', . step'],
		);
	}

	// What ends something matters more than the other keys.
	return escapes === '' || escapes === offersTurns
		? hints([guess, escapes, 'Tab panes', 'F1 help'], [guess, escapes, 'Tab panes'])
		: hints(['Tab panes', guess, escapes, 'F1 help'], ['Tab panes', 'F1 help', guess]);
}

/** The hints in one line, and then without one after the other. */
function hints(all: readonly string[], dropped: readonly string[]): readonly string[] {
	const shown = all.filter(hint => hint !== '');
	const gone = dropped.filter(hint => hint !== '');
	return [0, ...gone.keys().map(index => index + 1)].map(count =>
		shown.filter(hint => !gone.slice(0, count).includes(hint)).join('  '),
	);
}

/** The hints while a recording is played. */
export const selectPlayerHints: (screen: Screen) => readonly string[] = selector(
	screen =>
		[
			screen.playback.isPlaying,
			screen.playhead,
			canBeLive(screen),
			screen.isPresenting,
			escapeHint(screen, null, 0),
		] as const,
	(isPlaying, playhead, isGrowing, isPresenting, escapes) => {
		const guess = guessWords(isPresenting);
		const play = playWords(isPlaying || playhead === null);
		const further = playhead === null ? '' : isGrowing ? '0 live' : '< > speed';
		const steps = playhead === null ? ', . step back and on' : ', . step';
		return hints(
			[play, steps, guess, further, escapes, 'F1 help', 'q quits'],
			[further, play, steps, 'F1 help', guess],
		);
	},
);

function guessWords(isPresenting: boolean): string {
	return isPresenting ? '? hides the next' : '';
}

function playWords(isPlaying: boolean): string {
	return isPlaying ? 'Space pauses' : 'Space plays';
}
