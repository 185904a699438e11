// What the prompt shows during a search of the history.

import {layoutOneLine} from './layout-one-line.js';
import {layoutPrompt, type PromptLayout} from './layout-prompt.js';
import type {PromptSearch} from './prompt-state.js';

const label = 'search: ';

/** The query, with the cursor, above the entry found. */
export function layoutSearch(
	{query, index}: PromptSearch,
	history: readonly string[],
	width: number,
	maxRows: number,
): PromptLayout {
	const line = {text: label + query, cursor: label.length + query.length, pastes: []};
	const {shown, column} = layoutOneLine(line, width);
	const cursor = {x: column, y: 0};
	const text = (index === null ? undefined : history[index]) ?? (query === '' ? '' : '(no match)');
	if (text === '' || maxRows < 2) {
		return {rows: [shown], cursor, scrolled: {above: false, below: false}};
	}

	const {rows, scrolled} = layoutPrompt({text, cursor: 0, pastes: []}, width, maxRows - 1);
	return {rows: [shown, ...rows], cursor, scrolled};
}
