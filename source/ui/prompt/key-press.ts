// Turns a call of Ink's `useInput` into keys. Ink splits a chunk of input at escape sequences, Backspace and Ctrl+C, and passes on the rest
// in one piece without flags, so `hi⏎` arrives as text that ends in a carriage return.

import type {Key} from 'ink';
import {keyName} from '../screen/key-name.js';

/** Typed text, or a key by its name in the key map. */
export type KeyPress = {readonly text: string} | {readonly key: string};

const controlNames: ReadonlyMap<string, string> = new Map(
	Object.entries({
		'\r': 'enter',
		'\r\n': 'enter',
		'\t': 'tab',
		'\b': 'backspace',
		'\u007F': 'backspace',
		'\u001B': 'escape',
	}),
);

/** The keys of one call, in order; empty for a key release. */
export function keyPresses(input: string, key: Key): readonly KeyPress[] {
	if (key.eventType === 'release' || key.super || key.hyper) {
		return [];
	}

	const name = keyName(input, key);
	if (name !== input && name !== 'space') {
		return [{key: name}];
	}

	return input
		.split(/(\r\n|[\u0000-\u001F\u007F])/)
		.filter(part => part !== '')
		.map(part => (isControl(part) ? {key: controlKey(part)} : {text: part}));
}

function isControl(part: string): boolean {
	return part < ' ' || part === '\u007F';
}

function controlKey(part: string): string {
	return controlNames.get(part) ?? `ctrl+${String.fromCharCode(part.charCodeAt(0) + 0x40).toLowerCase()}`;
}
