import type {Key} from 'ink';

const named = [
	['upArrow', 'up'],
	['downArrow', 'down'],
	['leftArrow', 'left'],
	['rightArrow', 'right'],
	['pageUp', 'pageup'],
	['pageDown', 'pagedown'],
	['home', 'home'],
	['end', 'end'],
	['return', 'enter'],
	['escape', 'escape'],
	['tab', 'tab'],
	['backspace', 'backspace'],
	['delete', 'delete'],
] as const;

/** Names of keys that are not a single character, without modifiers. The screen itself recognises the function keys. */
export const namedKeys: readonly string[] = [
	...named.map(([, name]) => name),
	'space',
	'f1',
	'f2',
	'f3',
	'f4',
];

/** Returns the name of a key press as the key map spells it: `ctrl+c`, `shift+tab`, `alt+up`, `pageup`, `space`, or the character itself. */
export function keyName(input: string, key: Key): string {
	const special = named.find(([property]) => key[property])?.[1];
	const base = special ?? (input === ' ' ? 'space' : input);
	const isShifted = key.shift && special !== undefined;
	return [
		key.ctrl ? 'ctrl+' : '',
		key.meta && special !== 'escape' ? 'alt+' : '',
		isShifted ? 'shift+' : '',
		base,
	].join('');
}
