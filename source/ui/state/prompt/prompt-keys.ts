// The keys of the prompt, for the editor and for the help.

import type {Key} from 'ink';
import {type KeyPress, keyPresses} from './key-press.js';
import type {PromptCommand, PromptKeyCommand} from './prompt-command.js';

export type PromptKey = {
	/** Names as in `KeyPress`. Some come only from terminals that speak the kitty keyboard protocol, which names Ctrl+_ by its key: `ctrl+-`. */
	readonly keys: readonly string[];
	readonly command: PromptKeyCommand;
	readonly does: string;
};

export const promptKeys: readonly PromptKey[] = [
	{keys: ['enter', 'ctrl+enter'], command: 'enter', does: 'Send; after a backslash, new line'},
	{keys: ['shift+enter', 'alt+enter', 'ctrl+j'], command: 'newline', does: 'New line'},
	{keys: ['left', 'ctrl+b'], command: 'moveLeft', does: 'One character left'},
	{keys: ['right', 'ctrl+f'], command: 'moveRight', does: 'One character right'},
	{keys: ['up'], command: 'moveUp', does: 'Row above; on the first, the prompt sent before'},
	{keys: ['down'], command: 'moveDown', does: 'Row below; on the last, the prompt sent after'},
	{keys: ['ctrl+left', 'alt+left', 'alt+b'], command: 'wordLeft', does: 'Word left'},
	{keys: ['ctrl+right', 'alt+right', 'alt+f'], command: 'wordRight', does: 'Word right'},
	{keys: ['home', 'ctrl+a'], command: 'lineStart', does: 'Start of the line'},
	{keys: ['end', 'ctrl+e'], command: 'lineEnd', does: 'End of the line'},
	{keys: ['ctrl+home', 'alt+<'], command: 'textStart', does: 'Start of the text'},
	{keys: ['ctrl+end', 'alt+>'], command: 'textEnd', does: 'End of the text'},
	{keys: ['backspace', 'ctrl+h'], command: 'backspace', does: 'Delete to the left'},
	{keys: ['delete', 'ctrl+d'], command: 'deleteForward', does: 'Delete to the right'},
	{
		keys: ['ctrl+w', 'alt+backspace', 'ctrl+backspace'],
		command: 'killWord',
		does: 'Cut the word to the left',
	},
	{
		keys: ['alt+d', 'alt+delete', 'ctrl+delete'],
		command: 'deleteWordForward',
		does: 'Cut the word to the right',
	},
	{keys: ['ctrl+k'], command: 'killToEnd', does: 'Cut to the end of the line'},
	{keys: ['ctrl+u'], command: 'killToStart', does: 'Cut to the start of the line'},
	{keys: ['ctrl+y'], command: 'yank', does: 'Put back what was cut'},
	{keys: ['ctrl+_', 'ctrl+/', 'ctrl+-'], command: 'undo', does: 'Undo'},
	{keys: ['alt+_', 'alt+-'], command: 'redo', does: 'Redo'},
	{keys: ['ctrl+r'], command: 'search', does: 'Search the prompts sent before'},
	{keys: ['ctrl+g'], command: 'edit', does: 'Edit in $EDITOR; in a search, leave it'},
	{keys: ['tab'], command: 'complete', does: 'Complete a command'},
	{keys: ['escape'], command: 'escape', does: 'Leave the search or the menu'},
];

const commands: ReadonlyMap<string, PromptKeyCommand> = new Map(
	promptKeys.flatMap(({keys, command}) => keys.map(key => [key, command] as const)),
);

/** The commands of one call of Ink's `useInput`, in order. Keys that mean nothing here are left out. */
export function promptCommands(input: string, key: Key): readonly PromptCommand[] {
	return keyPresses(input, key)
		.map(promptCommand)
		.filter(command => command !== null);
}

/** The command of one key. Shift changes nothing unless the table says so, except that Shift+Tab is not Tab. */
export function promptCommand(press: KeyPress): PromptCommand | null {
	if ('text' in press) {
		return {name: 'insert', text: press.text};
	}

	const plain = press.key === 'shift+tab' ? press.key : press.key.replace('shift+', '');
	const name = commands.get(press.key) ?? commands.get(plain);
	return name === undefined ? null : {name};
}
