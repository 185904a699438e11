// Ctrl+R: searches earlier prompts, newest first, while the query is typed.

import {type Prompt, promptWords} from '../../analysis/prompt.js';
import {previousBoundary} from './graphemes.js';
import type {PromptSearch, PromptState} from './prompt-state.js';
import {setText} from './type-text.js';

export function searchStart(state: PromptState): PromptState {
	return {...state, goal: null, run: null, search: {query: '', index: null}};
}

/** Leaves the prompt as it was. */
export function searchCancel(state: PromptState): PromptState {
	return {...state, search: null};
}

/** Types into the search. The entry found so far stays if it still matches. */
export function searchInsert(state: PromptState, history: readonly Prompt[], text: string): PromptState {
	if (state.search === null) {
		return state;
	}

	const query = state.search.query + text.replaceAll(/\s+/g, ' ');
	return {...state, search: find(history, query, state.search.index ?? history.length - 1)};
}

/** Removes the last character of the query and searches again from the newest entry. */
export function searchErase(state: PromptState, history: readonly Prompt[]): PromptState {
	if (state.search === null) {
		return state;
	}

	const {query} = state.search;
	const shorter = query.slice(0, previousBoundary(query, query.length));
	return {...state, search: find(history, shorter, history.length - 1)};
}

/** The next older entry that matches and differs from the one found; the same state if there is none. */
export function searchOlder(state: PromptState, history: readonly Prompt[]): PromptState {
	if (state.search?.index === null || state.search === null) {
		return state;
	}

	const {query, index} = state.search;
	let older = find(history, query, index - 1);
	while (older.index !== null && history[older.index] === history[index]) {
		older = find(history, query, older.index - 1);
	}

	return older.index === null ? state : {...state, search: older};
}

/** Makes the entry found the prompt. Up and Down continue from there. */
export function searchAccept(state: PromptState, history: readonly Prompt[]): PromptState {
	const index = state.search?.index ?? null;
	const entry = index === null ? undefined : history[index];
	if (index === null || entry === undefined) {
		return searchCancel(state);
	}

	const draft = state.recall?.draft ?? state.text;
	return {...setText(state, entry), recall: {index, draft}, search: null};
}

function find(history: readonly Prompt[], query: string, from: number): PromptSearch {
	const wanted = query.toLowerCase();
	const index =
		wanted === ''
			? -1
			: history.findLastIndex((entry, at) => at <= from && promptWords(entry).toLowerCase().includes(wanted));
	return {query, index: index === -1 ? null : index};
}
