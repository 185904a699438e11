// Inserting text and erasing characters.

import {editText} from './edit-text.js';
import {cleanInput, foldPaste, isLongPaste, unfoldPastes} from './folded-paste.js';
import {nextBoundary, previousBoundary} from './graphemes.js';
import {emptyPrompt, type PromptState} from './prompt-state.js';

/** The text to send, with its folded pastes unfolded. */
export function promptText(state: PromptState): string {
	return unfoldPastes(state.text, state.pastes);
}

/** Types at the cursor. */
export function insert(state: PromptState, text: string): PromptState {
	return insertClean(state, cleanInput(text), 'typing');
}

export function newline(state: PromptState): PromptState {
	return insertClean(state, '\n', 'typing');
}

/** Inserts a paste at the cursor, folded if it is long. */
export function paste(state: PromptState, text: string): PromptState {
	const {state: folded, text: shown} = fold(state, cleanInput(text));
	return insertClean(folded, shown);
}

/** Replaces a long text with a paste sign. A text that was in the prompt before gets the same sign again. */
function fold(state: PromptState, text: string): {readonly state: PromptState; readonly text: string} {
	const known = state.pastes.findIndex(paste => paste.text === text);
	const {paste: folded, sign} = foldPaste(text, known === -1 ? state.pastes.length : known);
	if (sign === null || !isLongPaste(text)) {
		return {state, text};
	}

	return {state: known === -1 ? {...state, pastes: [...state.pastes, folded]} : state, text: sign};
}

export function backspace(state: PromptState): PromptState {
	const start = previousBoundary(state.text, state.cursor);
	return editText(state, {start, end: state.cursor, inserted: ''}, 'erasing');
}

export function deleteForward(state: PromptState): PromptState {
	const end = nextBoundary(state.text, state.cursor);
	return editText(state, {start: state.cursor, end, inserted: ''}, 'erasing');
}

/** Makes `text` the whole prompt, with the cursor at its end. Can be undone. */
export function setText(state: PromptState, text: string): PromptState {
	return editText(state, {start: 0, end: state.text.length, inserted: cleanInput(text)});
}

/** Makes an earlier prompt the whole prompt again. A long one is folded like a paste. */
export function recallText(state: PromptState, text: string): PromptState {
	const {state: folded, text: shown} = fold(state, cleanInput(text));
	return editText(folded, {start: 0, end: state.text.length, inserted: shown});
}

/** Empties the prompt. Can be undone. */
export function clear(state: PromptState): PromptState {
	return {...setText(state, ''), recall: null, search: null};
}

/** Enter: a backslash before the cursor starts a new line. Otherwise `sent` is the text to send, and the prompt is reset. Blank text stays. */
export function enter(state: PromptState): {readonly state: PromptState; readonly sent: string | null} {
	const {text, cursor} = state;
	if (text[cursor - 1] === '\\') {
		return {state: editText(state, {start: cursor - 1, end: cursor, inserted: '\n'}), sent: null};
	}

	const sent = promptText(state);
	if (sent.trim() === '') {
		return {state, sent: null};
	}

	return {state: {...emptyPrompt, killed: unfoldPastes(state.killed, state.pastes)}, sent};
}

function insertClean(state: PromptState, inserted: string, run: PromptState['run'] = null): PromptState {
	return editText(state, {start: state.cursor, end: state.cursor, inserted}, run);
}
