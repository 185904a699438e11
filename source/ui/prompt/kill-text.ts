// Taking text away so that it can be put back elsewhere: kill and yank.

import {editText} from './edit-text.js';
import {lineBounds} from './move-cursor.js';
import type {PromptState} from './prompt-state.js';
import {wordEnd, wordStart} from './words.js';

/** To the end of the line; at its end, the newline. */
export function killToEnd(state: PromptState): PromptState {
	const {end} = lineBounds(state.text, state.cursor);
	return kill(state, state.cursor, end === state.cursor ? end + 1 : end);
}

/** Back to the start of the line; at its start, the newline before. */
export function killToStart(state: PromptState): PromptState {
	const {start} = lineBounds(state.text, state.cursor);
	return kill(state, start === state.cursor ? start - 1 : start, state.cursor);
}

/** The word before the cursor. */
export function killWord(state: PromptState): PromptState {
	return kill(state, wordStart(state.text, state.cursor), state.cursor);
}

/** The rest of the word after the cursor. */
export function deleteWordForward(state: PromptState): PromptState {
	return kill(state, state.cursor, wordEnd(state.text, state.cursor));
}

/** Puts in what was killed last. */
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
