// The keys of the prompt, for the editor and for the help.

import type {Key} from 'ink';
import {type KeyPress, keyPresses} from './key-press.js';
import type {PromptCommand, PromptKeyCommand} from './prompt-command.js';

export type PromptKey = {
	readonly context: 'prompt';
	/** Names as in `KeyPress`. Some come only from terminals with the kitty keyboard protocol, which reports Ctrl+_ as `ctrl+-`. */
	readonly keys: readonly string[];
	readonly action: PromptKeyCommand;
	readonly help: string;
};

export const promptKeys: readonly PromptKey[] = [
	{
		context: 'prompt',
		keys: ['enter', 'ctrl+enter'],
		action: 'enter',
		help: 'Send; after a backslash, new line',
	},
	{
		context: 'prompt',
		keys: ['alt+enter'],
		action: 'sendAndStop',
		help: 'New line; while presenting, send and stop at the request: . brings one event after the other',
	},
	{context: 'prompt', keys: ['shift+enter', 'ctrl+j'], action: 'newline', help: 'New line'},
	{
		context: 'prompt',
		keys: ['shift+up'],
		action: 'scrollUp',
		help: 'Conversation one line up; so does the wheel',
	},
	{context: 'prompt', keys: ['shift+down'], action: 'scrollDown', help: 'Conversation one line down'},
	{context: 'prompt', keys: ['pageup'], action: 'scrollPageUp', help: 'Conversation one page up'},
	{context: 'prompt', keys: ['pagedown'], action: 'scrollPageDown', help: 'Conversation one page down'},
	{context: 'prompt', keys: ['left', 'ctrl+b'], action: 'moveLeft', help: 'One character left'},
	{context: 'prompt', keys: ['right', 'ctrl+f'], action: 'moveRight', help: 'One character right'},
	{
		context: 'prompt',
		keys: ['up'],
		action: 'moveUp',
		help: 'Row above; on the first row, the previous prompt; in an empty prompt, the last queued one',
	},
	{
		context: 'prompt',
		keys: ['down'],
		action: 'moveDown',
		help: 'Row below; on the last row, the next prompt',
	},
	{context: 'prompt', keys: ['ctrl+left', 'alt+left', 'alt+b'], action: 'wordLeft', help: 'Word left'},
	{context: 'prompt', keys: ['ctrl+right', 'alt+right', 'alt+f'], action: 'wordRight', help: 'Word right'},
	{context: 'prompt', keys: ['home', 'ctrl+a'], action: 'lineStart', help: 'Start of the line'},
	{context: 'prompt', keys: ['end', 'ctrl+e'], action: 'lineEnd', help: 'End of the line'},
	{context: 'prompt', keys: ['ctrl+home', 'alt+<'], action: 'textStart', help: 'Start of the text'},
	{context: 'prompt', keys: ['ctrl+end', 'alt+>'], action: 'textEnd', help: 'End of the text'},
	{context: 'prompt', keys: ['backspace', 'ctrl+h'], action: 'backspace', help: 'Delete to the left'},
	{context: 'prompt', keys: ['delete', 'ctrl+d'], action: 'deleteForward', help: 'Delete to the right'},
	{
		context: 'prompt',
		keys: ['ctrl+w', 'alt+backspace', 'ctrl+backspace'],
		action: 'killWord',
		help: 'Cut the word to the left',
	},
	{
		context: 'prompt',
		keys: ['alt+d', 'alt+delete', 'ctrl+delete'],
		action: 'deleteWordForward',
		help: 'Cut the word to the right',
	},
	{context: 'prompt', keys: ['ctrl+k'], action: 'killToEnd', help: 'Cut to the end of the line'},
	{context: 'prompt', keys: ['ctrl+u'], action: 'killToStart', help: 'Cut to the start of the line'},
	{context: 'prompt', keys: ['ctrl+y'], action: 'yank', help: 'Paste what was cut'},
	{context: 'prompt', keys: ['ctrl+_', 'ctrl+/', 'ctrl+-'], action: 'undo', help: 'Undo'},
	{context: 'prompt', keys: ['alt+_', 'alt+-'], action: 'redo', help: 'Redo'},
	{context: 'prompt', keys: ['ctrl+r'], action: 'search', help: 'Search earlier prompts'},
	{context: 'prompt', keys: ['ctrl+g'], action: 'edit', help: 'Edit in $EDITOR; in a search, cancel it'},
	{context: 'prompt', keys: ['tab'], action: 'complete', help: 'Complete a command or a file'},
	{context: 'prompt', keys: ['ctrl+v'], action: 'pastePicture', help: 'Attach the picture on the clipboard'},
	{context: 'prompt', keys: ['escape'], action: 'escape', help: 'Close the search or the menu'},
];

type Bindings = ReadonlyArray<PromptKey | {readonly context: string}>;

const knownCommands = new WeakMap<Bindings, ReadonlyMap<string, PromptKeyCommand>>();

/** Maps keys to commands, from the prompt's part of a key map. */
function commandsOf(bindings: Bindings): ReadonlyMap<string, PromptKeyCommand> {
	const commands =
		knownCommands.get(bindings) ??
		new Map(
			bindings.filter(isPromptKey).flatMap(({keys, action}) => keys.map(key => [key, action] as const)),
		);
	knownCommands.set(bindings, commands);
	return commands;
}

export function isPromptKey(binding: Bindings[number]): binding is PromptKey {
	return binding.context === 'prompt';
}

/** The commands of one call of Ink's `useInput`, in order. Keys without a command are left out. */
export function promptCommands(input: string, key: Key): readonly PromptCommand[] {
	return keyPresses(input, key)
		.map(press => promptCommand(press))
		.filter(command => command !== null);
}

/** The command of one key. Shift is ignored unless the table says otherwise, except that Shift+Tab is not Tab. */
export function promptCommand(press: KeyPress, bindings: Bindings = promptKeys): PromptCommand | null {
	const commands = commandsOf(bindings);
	if ('text' in press) {
		return {name: 'insert', text: press.text};
	}

	const plain = press.key === 'shift+tab' ? press.key : press.key.replace('shift+', '');
	const name = commands.get(press.key) ?? commands.get(plain);
	return name === undefined ? null : {name};
}
