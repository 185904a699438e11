import {isPromptKey} from '../prompt/prompt-keys.js';
import type {KeyMap} from '../screen/keymap.js';
import {slashCommands} from '../slash/slash-commands.js';

/** The keys and commands that work without panes, one per line. */
export function spokenHelp(keymap: KeyMap): readonly string[] {
	return [
		'Keys.',
		'Escape: stop the answer.',
		'Control C: stop the answer. Twice: quit.',
		'Control Z: suspend.',
		...keymap
			.filter(isPromptKey)
			.filter(({action, keys}) => action !== 'escape' && keys.length > 0)
			.map(({keys, help}) => `${spokenKey(keys[0] ?? '')}: ${help}.`),
		'Commands.',
		...slashCommands.map(
			({name, argument, summary}) => `/${name}${argument === '' ? '' : ` ${argument}`}: ${summary}.`,
		),
	];
}

function spokenKey(key: string): string {
	const words = key.split('+').map(part => (part === 'ctrl' ? 'control' : part));
	const text = words
		.map((word, index) => (index === words.length - 1 && word.length === 1 ? word.toUpperCase() : word))
		.join(' ');
	return text.charAt(0).toUpperCase() + text.slice(1);
}
