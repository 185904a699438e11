import {selectOpenTurn} from '../conversation/select-open-turn.js';
import {selectIsFiltering} from '../events/select-log.js';
import {canBeLive} from '../player/playhead.js';
import {selectIsAnswering, selectView} from '../player/select-view.js';
import type {PromptEscape} from '../prompt/prompt-escape.js';
import type {Screen} from './screen.js';

/** While this notice is shown, Esc lists the turns. */
export const turnsNotice = 'Esc again lists the turns';

/** What Esc does outside the prompt. */
export type ScreenEscape =
	| 'stopHunt'
	| 'stopFilter'
	| 'listTurns'
	| 'clearHelp'
	| 'closeOverlay'
	| 'stopCommands'
	| 'runNothing'
	| 'stopPresenting'
	| 'leaveTurn'
	| 'leaveFind'
	| 'focusPrompt'
	| 'goLive'
	| 'stopComparing'
	| 'stopAnswer'
	| 'takeBackQueue'
	| 'offerTurns';

/** What Esc does now; `null` if it does nothing. What Esc does and what the status line says about it both come from here. */
export function selectEscape(screen: Screen): ScreenEscape | null {
	const {notice, focus, overlay, isReplay} = screen;
	if (screen.hunt !== null) {
		return 'stopHunt';
	}

	if (selectIsFiltering(screen)) {
		return 'stopFilter';
	}

	if (notice === turnsNotice && focus === 'prompt') {
		return 'listTurns';
	}

	if (overlay !== null) {
		return overlay === 'help' && screen.helpSearch !== '' ? 'clearHelp' : 'closeOverlay';
	}

	const work = [...screen.calls.values()].filter(({kind}) => kind !== 'answered');
	if (work.length > 0) {
		return work.some(({kind}) => kind === 'running') ? 'stopCommands' : 'runNothing';
	}

	const isBusy = screen.isComparing || selectIsAnswering(screen);
	if (screen.isPresenting && !isBusy) {
		return 'stopPresenting';
	}

	if (focus === 'history' && (screen.turn !== null || screen.find !== null)) {
		return screen.turn === null ? 'leaveFind' : 'leaveTurn';
	}

	if (focus !== 'prompt' && !isReplay) {
		return 'focusPrompt';
	}

	// An answer that is not on the screen must not be stopped by a key that leaves the past.
	if (screen.playhead !== null && canBeLive(screen)) {
		return 'goLive';
	}

	if (isBusy) {
		return screen.isComparing ? 'stopComparing' : 'stopAnswer';
	}

	// Prompts may wait in the queue for the end of a turn that itself waits for its tools.
	if (selectOpenTurn(screen) !== null) {
		return 'takeBackQueue';
	}

	return focus === 'prompt' && selectView(screen).exchanges.length > 0 ? 'offerTurns' : null;
}

const words: Readonly<Record<ScreenEscape | PromptEscape, string>> = {
	stopHunt: 'stops looking',
	stopFilter: 'stops the filter',
	listTurns: 'lists the turns',
	clearHelp: 'clears the search',
	closeOverlay: 'closes',
	stopCommands: 'stops the command',
	runNothing: 'runs nothing',
	stopPresenting: 'ends presenting',
	leaveTurn: 'unselects the turn',
	leaveFind: 'ends the search',
	focusPrompt: 'prompt',
	goLive: 'goes live',
	stopComparing: 'stops both',
	stopAnswer: 'stops',
	takeBackQueue: 'edits the queue',
	offerTurns: 'Esc turns',
	stopWaiting: 'stops waiting',
	endSearch: 'ends the search',
	closeMenu: 'closes the menu',
	stopEditing: 'cancels',
};

/** The hint while Esc would offer the list of turns. */
export const offersTurns = `Esc ${words.offerTurns}`;

/** The key hint about Esc. `prompt` is what Esc does in the prompt, which comes first; `''` if Esc does nothing. */
export function escapeHint(screen: Screen, prompt: PromptEscape | null, queued: number): string {
	const act = prompt ?? selectEscape(screen);
	return act === null || (act === 'takeBackQueue' && queued === 0) ? '' : `Esc ${words[act]}`;
}
