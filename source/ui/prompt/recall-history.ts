// Moving through earlier prompts, oldest first. The draft is kept as the newest of all.

import type {Prompt} from '../../analysis/prompt.js';
import {editText} from './edit-text.js';
import {rowEnd} from './move-vertically.js';
import type {PromptState} from './prompt-state.js';
import {recallText} from './type-text.js';

/** Shows the previous prompt; the same state at the oldest. The cursor goes to the end of the first row, so that Up continues. */
export function historyPrevious(state: PromptState, history: readonly Prompt[], width: number): PromptState {
	// Somebody who has cut a recalled prompt away begins again at the newest.
	const from = state.text === '' ? history.length : (state.recall?.index ?? history.length);
	const index = Math.min(from, history.length) - 1;
	const entry = history[index];
	if (entry === undefined) {
		return state;
	}

	const draft = state.recall?.draft ?? state.text;
	const shown = {...recallText(state, entry), recall: {index, draft}};
	return {...shown, cursor: rowEnd({...shown, cursor: 0}, width)};
}

/** Shows the next prompt, and finally the draft; the same state if the draft is shown. The cursor goes to the end. */
export function historyNext(state: PromptState, history: readonly Prompt[]): PromptState {
	if (state.recall === null) {
		return state;
	}

	const {index, draft} = state.recall;
	const entry = history[index + 1];
	return entry === undefined
		? {...editText(state, {start: 0, end: state.text.length, inserted: draft}), recall: null}
		: {...recallText(state, entry), recall: {index: index + 1, draft}};
}
