// What the prompt shows during a search of the history.

import {type Prompt, promptWords} from '../../analysis/prompt.js';
import {layoutOneLine} from './layout-one-line.js';
import {layoutPrompt, type PromptLayout} from './layout-prompt.js';
import type {PromptSearch} from './prompt-state.js';

const label = 'search: ';

/** The query, with the cursor, above the entry found. */
export function layoutSearch(
	{query, index}: PromptSearch,
	history: readonly Prompt[],
	width: number,
	maxRows: number,
): PromptLayout {
	const line = {text: label + query, cursor: label.length + query.length, units: []};
	const {shown, column} = layoutOneLine(line, width);
	const cursor = {x: column, y: 0};
	const found = index === null ? undefined : history[index];
	const text = found === undefined ? (query === '' ? '' : '(no match)') : promptWords(found);
	if (text === '' || maxRows < 2) {
		return {rows: [shown], cursor, scrolled: {above: false, below: false}};
	}

	const {rows, scrolled} = layoutPrompt({text, cursor: 0, units: []}, width, maxRows - 1);
	return {rows: [shown, ...rows], cursor, scrolled};
}
