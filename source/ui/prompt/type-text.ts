// Inserting text and files, and erasing characters.

import type {Attachment, Prompt} from '../../analysis/prompt.js';
import {editText} from './edit-text.js';
import {boundaryFrom, nextBoundary, previousBoundary} from './graphemes.js';
import {emptyPrompt, type PromptState} from './prompt-state.js';
import {cleanInput, isSign, splitAtSigns} from './prompt-unit.js';
import {foldedText, promptValue, type SignedText, signedText, unfoldPastes} from './prompt-value.js';

/** Types at the cursor. */
export function insert(state: PromptState, text: string): PromptState {
	return insertClean(state, cleanInput(text), 'typing');
}

export function newline(state: PromptState): PromptState {
	return insertClean(state, '\n', 'typing');
}

/** Inserts a paste at the cursor, folded if it is long. */
export function paste(state: PromptState, text: string): PromptState {
	const {text: shown, units} = foldedText(cleanInput(text), state.units);
	return insertClean({...state, units}, shown);
}

/**
 * Puts files in the place of a text: where it ends nearest before the cursor, or else where it is first. Without a text to replace, they go to the
 * cursor. If the text is not there any more, nothing changes.
 */
export function attach(
	state: PromptState,
	attachments: readonly Attachment[],
	replaced: string,
): PromptState {
	const place = placeOf(state, replaced);
	if (place === null || attachments.length === 0) {
		return state;
	}

	const {text, units} = signedText(attachments, state.units);
	const isApart = /^\s/.test(state.text.slice(place.end));
	const edited = editText({...state, units}, {...place, inserted: isApart ? text : `${text} `});
	const moved = state.cursor + (state.cursor > place.end ? edited.text.length - state.text.length : 0);
	// If something was typed elsewhere in the meantime, it goes on there.
	const isElsewhere = state.cursor < place.start || state.cursor > place.end;
	return isElsewhere ? {...edited, cursor: boundaryFrom(edited.text, moved)} : edited;
}

function placeOf(
	{text, units, cursor}: PromptState,
	replaced: string,
): {readonly start: number; readonly end: number} | null {
	if (replaced === '') {
		return {start: cursor, end: cursor};
	}

	const shown = foldedText(cleanInput(replaced), units);
	const before = text.lastIndexOf(shown.text, cursor - shown.text.length);
	const start = cursor >= shown.text.length && before !== -1 ? before : text.indexOf(shown.text);
	return start === -1 ? null : {start, end: start + shown.text.length};
}

export function backspace(state: PromptState): PromptState {
	const start = previousBoundary(state.text, state.cursor);
	return editText(state, {start, end: state.cursor, inserted: ''}, 'erasing');
}

export function deleteForward(state: PromptState): PromptState {
	const end = nextBoundary(state.text, state.cursor);
	return editText(state, {start: state.cursor, end, inserted: ''}, 'erasing');
}

/** Makes `prompt` the whole prompt, with the cursor at its end. A long text is not folded. Can be undone. */
export function setText(state: PromptState, prompt: Prompt): PromptState {
	return setSigned(
		state,
		typeof prompt === 'string'
			? {text: cleanInput(prompt), units: state.units}
			: signedText(prompt, state.units),
	);
}

/** Makes an earlier prompt the whole prompt again. A long one is folded like a paste. */
export function recallText(state: PromptState, prompt: Prompt): PromptState {
	return setSigned(state, signedText(prompt, state.units));
}

/** Makes a text with signs the whole prompt. Can be undone. */
export function setSigned(state: PromptState, {text, units}: SignedText): PromptState {
	return editText({...state, units}, {start: 0, end: state.text.length, inserted: text});
}

/** Empties the prompt. Can be undone. */
export function clear(state: PromptState): PromptState {
	return {...setText(state, ''), recall: null, search: null};
}

/** Enter: a backslash before the cursor starts a new line. Otherwise `sent` is what to send, and the prompt is reset. A blank prompt stays. */
export function enter(state: PromptState): {readonly state: PromptState; readonly sent: Prompt | null} {
	const {text, cursor} = state;
	if (text[cursor - 1] === '\\') {
		return {state: editText(state, {start: cursor - 1, end: cursor, inserted: '\n'}), sent: null};
	}

	const sent = promptValue(state);
	return typeof sent === 'string' && sent.trim() === ''
		? {state, sent: null}
		: {state: afterSending(state), sent};
}

/** Only what was cut last stays, and the files in it. */
function afterSending(state: PromptState): PromptState {
	const killed = unfoldPastes({text: state.killed, units: state.units});
	return {...emptyPrompt, killed, units: splitAtSigns(killed).some(isSign) ? state.units : []};
}

function insertClean(state: PromptState, inserted: string, run: PromptState['run'] = null): PromptState {
	return editText(state, {start: state.cursor, end: state.cursor, inserted}, run);
}
