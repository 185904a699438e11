// A one-line field: the prompt's editor without newlines, history and folded pastes.

import type {PromptCommand} from './prompt-command.js';
import {runPromptCommand} from './prompt-command.js';
import {emptyPrompt, type PromptState} from './prompt-state.js';

export function oneLine(text: string): PromptState {
	const line = flatten(text);
	return {...emptyPrompt, text: line, cursor: line.length};
}

/** Runs a command as far as one line allows. Newlines become spaces. Enter, Escape and Tab are left to the field. */
export function runOneLineCommand(state: PromptState, command: PromptCommand): PromptState {
	switch (command.name) {
		case 'insert':
		case 'paste': {
			const text = flatten(command.text);
			return runPromptCommand(state, {name: 'insert', text}, {history: [], width: 2}).state;
		}

		case 'enter':
		case 'sendAndStop':
		case 'newline':
		case 'moveUp':
		case 'moveDown':
		case 'search':
		case 'attach': {
			return state;
		}

		default: {
			return runPromptCommand(state, command, {history: [], width: 2}).state;
		}
	}
}

function flatten(text: string): string {
	return text.replaceAll(/\r\n|[\r\n]/g, ' ');
}
