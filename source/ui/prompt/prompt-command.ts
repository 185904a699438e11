// What a key or a paste asks of the prompt, and the result.

import type {Attachment, Prompt} from '../../analysis/prompt.js';
import {redo, undo} from './edit-text.js';
import {deleteWordForward, killToEnd, killToStart, killWord, yank} from './kill-text.js';
import {
	lineEnd,
	lineStart,
	moveLeft,
	moveRight,
	textEnd,
	textStart,
	wordLeft,
	wordRight,
} from './move-cursor.js';
import {moveDown, moveUp} from './move-vertically.js';
import type {PromptState} from './prompt-state.js';
import {historyNext, historyPrevious} from './recall-history.js';
import {
	searchAccept,
	searchCancel,
	searchErase,
	searchInsert,
	searchOlder,
	searchStart,
} from './search-history.js';
import {attach, backspace, deleteForward, enter, insert, newline, paste} from './type-text.js';

const edits = {
	newline,
	moveLeft,
	moveRight,
	wordLeft,
	wordRight,
	lineStart,
	lineEnd,
	textStart,
	textEnd,
	backspace,
	deleteForward,
	killWord,
	deleteWordForward,
	killToEnd,
	killToStart,
	yank,
	undo,
	redo,
	search: searchStart,
} as const;

/** Scrolls the conversation. */
export type ScrollCommand = 'scrollUp' | 'scrollDown' | 'scrollPageUp' | 'scrollPageDown';

/** The commands of keys. `edit`, `complete`, `pastePicture`, `escape` and those that scroll are for the app: the editor ignores them. */
export type PromptKeyCommand =
	| keyof typeof edits
	| 'enter'
	| 'sendAndStop'
	| 'moveUp'
	| 'moveDown'
	| 'edit'
	| 'complete'
	| 'pastePicture'
	| 'escape'
	| ScrollCommand;

export type PromptCommand =
	| {readonly name: PromptKeyCommand}
	/** The key that interrupts asks the app to clear the prompt and keep its text for the history. The editor ignores it. */
	| {readonly name: 'drop'}
	| {readonly name: 'insert' | 'paste'; readonly text: string}
	/** Files take the place of a text, or go to the cursor if it is empty. They may come long after the key that asked for them. */
	| {readonly name: 'attach'; readonly attachments: readonly Attachment[]; readonly replaced: string};

/** The prompts sent before, oldest first, and the width of the rows in cells. */
export type PromptSurroundings = {readonly history: readonly Prompt[]; readonly width: number};

/** The new state, and what to send if the command was to send it. */
export type PromptOutcome = {readonly state: PromptState; readonly sent: Prompt | null};

/** Runs a command. */
export function runPromptCommand(
	state: PromptState,
	command: PromptCommand,
	surroundings: PromptSurroundings,
): PromptOutcome {
	if (state.search !== null && command.name !== 'attach') {
		return runInSearch(state, command, surroundings);
	}

	return command.name === 'enter' || command.name === 'sendAndStop'
		? enter(state)
		: {state: change(state, command, surroundings), sent: null};
}

function change(
	state: PromptState,
	command: PromptCommand,
	{history, width}: PromptSurroundings,
): PromptState {
	switch (command.name) {
		case 'insert': {
			return insert(state, command.text);
		}

		case 'paste': {
			return paste(state, command.text);
		}

		case 'attach': {
			return attach(state, command.attachments, command.replaced);
		}

		case 'moveUp': {
			return moveUp(state, width) ?? historyPrevious(state, history, width);
		}

		case 'moveDown': {
			return moveDown(state, width) ?? historyNext(state, history);
		}

		case 'enter':
		case 'sendAndStop':
		case 'edit':
		case 'complete':
		case 'pastePicture':
		case 'scrollUp':
		case 'scrollDown':
		case 'scrollPageUp':
		case 'scrollPageDown':
		case 'drop':
		case 'escape': {
			return state;
		}

		default: {
			return edits[command.name](state);
		}
	}
}

/** Enter accepts the entry found without sending it. A key that is not part of the search accepts the entry and then does its usual work. */
function runInSearch(
	state: PromptState,
	command: PromptCommand,
	surroundings: PromptSurroundings,
): PromptOutcome {
	const {history} = surroundings;
	const stay = (next: PromptState): PromptOutcome => ({state: next, sent: null});
	switch (command.name) {
		case 'insert':
		case 'paste': {
			return stay(searchInsert(state, history, command.text));
		}

		case 'backspace': {
			return stay(searchErase(state, history));
		}

		case 'search': {
			return stay(searchOlder(state, history));
		}

		case 'edit':
		case 'drop':
		case 'escape': {
			return stay(searchCancel(state));
		}

		case 'enter':
		case 'sendAndStop':
		case 'complete': {
			return stay(searchAccept(state, history));
		}

		default: {
			return runPromptCommand(searchAccept(state, history), command, surroundings);
		}
	}
}
