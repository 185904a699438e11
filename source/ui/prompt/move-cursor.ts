// Moving the cursor independently of the layout. `move-vertically.ts` has Up and Down.

import {nextBoundary, previousBoundary} from './graphemes.js';
import type {PromptState} from './prompt-state.js';
import {wordEnd, wordStart} from './words.js';

export function moveLeft(state: PromptState): PromptState {
	return moveTo(state, previousBoundary(state.text, state.cursor));
}

export function moveRight(state: PromptState): PromptState {
	return moveTo(state, nextBoundary(state.text, state.cursor));
}

export function wordLeft(state: PromptState): PromptState {
	return moveTo(state, wordStart(state.text, state.cursor));
}

export function wordRight(state: PromptState): PromptState {
	return moveTo(state, wordEnd(state.text, state.cursor));
}

export function lineStart(state: PromptState): PromptState {
	return moveTo(state, lineBounds(state.text, state.cursor).start);
}

export function lineEnd(state: PromptState): PromptState {
	return moveTo(state, lineBounds(state.text, state.cursor).end);
}

export function textStart(state: PromptState): PromptState {
	return moveTo(state, 0);
}

export function textEnd(state: PromptState): PromptState {
	return moveTo(state, state.text.length);
}

/** Puts the cursor on a boundary. What is typed next is undone separately from what was typed before. */
export function moveTo(state: PromptState, cursor: number): PromptState {
	return {...state, cursor, goal: null, run: null};
}

/** The line around `offset`, without its newline. */
export function lineBounds(text: string, offset: number): {readonly start: number; readonly end: number} {
	const end = text.indexOf('\n', offset);
	// lastIndexOf treats a negative offset as 0.
	const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
	return {start, end: end === -1 ? text.length : end};
}
