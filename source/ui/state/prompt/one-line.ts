// A field of one line: the prompt's editor without newlines, history and folded pastes.

import {boundaryFrom} from './graphemes.js';
import type {PromptCommand} from './prompt-command.js';
import {runPromptCommand} from './prompt-command.js';
import {rowCells} from './prompt-rows.js';
import {emptyPrompt, type PromptState} from './prompt-state.js';

/** The part of the line that is shown, and the column of the cursor in cells. */
export type OneLineLayout = {readonly shown: string; readonly column: number};

export function oneLine(text: string): PromptState {
	const line = flatten(text);
	return {...emptyPrompt, text: line, cursor: line.length};
}

/** Carries out a command as far as one line allows; newlines become spaces. Enter, Escape and Tab are for the field. */
export function runOneLineCommand(state: PromptState, command: PromptCommand): PromptState {
	switch (command.name) {
		case 'insert':
		case 'paste': {
			const text = flatten(command.text);
			return runPromptCommand(state, {name: 'insert', text}, {history: [], width: 2}).state;
		}

		case 'enter':
		case 'newline':
		case 'moveUp':
		case 'moveDown':
		case 'search': {
			return state;
		}

		default: {
			return runPromptCommand(state, command, {history: [], width: 2}).state;
		}
	}
}

/** As much of the line as fits into `width` cells, the cursor always among them. */
export function layoutOneLine({text, cursor, pastes}: PromptState, width: number): OneLineLayout {
	const document = {text, cursor, pastes};
	// More than a few code units a cell are not worth looking at: the line may be as long as what was pasted.
	const start = boundaryFrom(text, Math.max(0, cursor - width * 4));
	const end = boundaryFrom(text, Math.min(text.length, cursor + width * 4));
	const after = rowCells(document, {start: cursor, end}, width).toArray();
	const under = Math.max(1, after[0]?.width ?? 1);
	let column = 0;
	let shown = '';
	for (const cell of rowCells(document, {start, end: cursor}, width).toArray().reverse()) {
		if (column + cell.width + under > width) {
			break;
		}

		shown = cell.shown + shown;
		column += cell.width;
	}

	let cells = column;
	for (const cell of after) {
		cells += cell.width;
		if (cells > width) {
			break;
		}

		shown += cell.shown;
	}

	return {shown, column};
}

function flatten(text: string): string {
	return text.replaceAll(/\r\n|[\r\n]/g, ' ');
}
