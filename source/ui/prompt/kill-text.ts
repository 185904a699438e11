// Cutting text so that it can be pasted elsewhere: kill and yank.

import {editText} from './edit-text.js';
import {lineBounds} from './move-cursor.js';
import type {PromptState} from './prompt-state.js';
import {wordEnd, wordStart} from './words.js';

/** Cuts to the end of the line; at its end, the newline. */
export function killToEnd(state: PromptState): PromptState {
	const {end} = lineBounds(state.text, state.cursor);
	return kill(state, state.cursor, end === state.cursor ? end + 1 : end);
}

/** Cuts to the start of the line; at its start, the newline before it. */
export function killToStart(state: PromptState): PromptState {
	const {start} = lineBounds(state.text, state.cursor);
	return kill(state, start === state.cursor ? start - 1 : start, state.cursor);
}

/** Cuts the word before the cursor. */
export function killWord(state: PromptState): PromptState {
	return kill(state, wordStart(state.text, state.cursor), state.cursor);
}

/** Cuts the rest of the word after the cursor. */
export function deleteWordForward(state: PromptState): PromptState {
	return kill(state, state.cursor, wordEnd(state.text, state.cursor));
}

/** Inserts the text that was cut last. */
export function yank(state: PromptState): PromptState {
	return editText(state, {start: state.cursor, end: state.cursor, inserted: state.killed});
}

function kill(state: PromptState, from: number, to: number): PromptState {
	const start = Math.max(0, from);
	const end = Math.min(state.text.length, to);
	if (start === end) {
		return state;
	}

	const text = state.text.slice(start, end);
	const earlier = state.run === 'killing' ? state.killed : '';
	const killed = start < state.cursor ? text + earlier : earlier + text;
	return {...editText(state, {start, end, inserted: ''}, 'killing'), killed};
}
