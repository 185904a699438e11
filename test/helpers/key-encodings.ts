// What terminals send for a key of the key map, in each of the encodings in use.

import {keySequence} from './key-sequence.js';

/** What the terminal sends for a key, or `null` if this encoding has no sequence of its own for it. */
type Encode = (key: string) => string | null;

const codes: ReadonlyMap<string, number> = new Map([
	['enter', 13],
	['tab', 9],
	['escape', 27],
	['backspace', 127],
	['space', 32],
]);

const bitsOf = (key: string) =>
	(key.includes('shift+') ? 1 : 0) + (key.includes('alt+') ? 2 : 0) + (key.includes('ctrl+') ? 4 : 0);

const nameOf = (key: string) => key.replace(/^(?:(?:ctrl|alt|shift)\+)+/, '');

const codeOf = (name: string) =>
	codes.get(name) ?? ([...name].length === 1 ? name.codePointAt(0) : undefined);

/** Where two keys are one, Ctrl and Shift are lost: Enter, Backspace and signs without a control character. */
const isLegacy = (key: string) =>
	!/^(?:ctrl|shift)\+(?:enter|backspace)$|^alt\+shift\+tab$|^ctrl\+[/-]$/.test(key);

const legacy =
	(applicationCursorKeys: boolean): Encode =>
	key =>
		isLegacy(key) ? keySequence(key, {applicationCursorKeys, kittyKeyboard: 0}) : null;

const kitty =
	(flags: number): Encode =>
	key =>
		keySequence(key, {applicationCursorKeys: false, kittyKeyboard: flags});

/** modifyOtherKeys at level 2, in either format. Keys without a modifier, and the capital of a letter, are as ever. */
const other =
	(report: (code: number, modifiers: number) => string): Encode =>
	key => {
		const code = codeOf(nameOf(key));
		const bits = bitsOf(key);
		return code === undefined || bits === 0 || key === 'shift+tab'
			? legacy(false)(key)
			: report(code, bits + 1);
	};

export const keyEncodings: ReadonlyArray<readonly [name: string, encode: Encode]> = [
	['of a traditional terminal', legacy(false)],
	['of a terminal with application cursor keys', legacy(true)],
	['of the kitty keyboard protocol', kitty(1)],
	['of the kitty keyboard protocol with the other characters of the key', kitty(5)],
	['of modifyOtherKeys', other((code, modifiers) => `\u001B[27;${modifiers};${code}~`)],
	['of modifyOtherKeys as CSI u', other((code, modifiers) => `\u001B[${code};${modifiers}u`)],
];
