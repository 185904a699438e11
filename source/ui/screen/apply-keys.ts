import {namedKeys} from './key-name.js';
import type {KeyBinding, KeyMap} from './keymap.js';
import type {KeyContext} from './screen-key.js';

/** A key binding that is not possible. `hint` says what to do. */
export class KeyMapError extends Error {
	/** The action that was named, known or not. */
	readonly action: string;
	readonly hint: string;

	constructor(action: string, message: string, hint: string) {
		super(message);
		this.name = 'KeyMapError';
		this.action = action;
		this.hint = hint;
	}
}

/** Keys that the prompt needs. */
const typingKeys: readonly string[] = ['space', 'enter', 'backspace'];

const segmenter = new Intl.Segmenter();

/**
 * Returns the key map with other keys for some actions, in every context of an action. An empty list removes an action's keys. A key that
 * types a character is left out of the prompt when the action also works elsewhere. Throws a `KeyMapError` for an action or a key that does
 * not exist, for a key that could no longer be typed, and for a key that two actions use in the same place.
 */
export function applyKeys(keymap: KeyMap, overrides: Readonly<Record<string, readonly string[]>>): KeyMap {
	for (const [action, keys] of Object.entries(overrides)) {
		checkOverride(keymap, action, keys);
	}

	const applied = keymap.map(binding => {
		const keys = Object.hasOwn(overrides, binding.action) ? overrides[binding.action] : undefined;
		return keys === undefined
			? binding
			: {...binding, keys: keys.filter(key => !isTyped(key, binding.context))};
	});
	checkClaims(applied);
	return applied;
}

function checkOverride(keymap: KeyMap, action: string, keys: readonly string[]): void {
	const bindings = keymap.filter(binding => binding.action === action);
	if (bindings.length === 0) {
		throw new KeyMapError(
			action,
			`There is no action ${JSON.stringify(action)}.`,
			'Use an action from the key map.',
		);
	}

	const unknown = keys.find(key => !isKey(key));
	if (unknown !== undefined) {
		throw new KeyMapError(
			action,
			`There is no key ${JSON.stringify(unknown)} for the action ${action}.`,
			`A key is a character or one of ${namedKeys.join(', ')}, with ctrl+, alt+ or shift+ in lower case before it, as in ctrl+g or shift+tab.`,
		);
	}

	const typed = keys.find(key => bindings.every(({context}) => isTyped(key, context)));
	if (typed !== undefined) {
		throw new KeyMapError(
			action,
			`The key ${JSON.stringify(typed)} could no longer be typed: the action ${action} also works in the prompt.`,
			'Choose a key with ctrl or alt, or a function key.',
		);
	}
}

/** The prompt uses these keys only when it needs them. Otherwise the binding for `everywhere` applies. */
const yielding: ReadonlySet<KeyBinding['action']> = new Set(['complete', 'escape']);

function checkClaims(keymap: KeyMap): void {
	const claims = new Map<string, KeyBinding['action']>();
	for (const {context, keys, action} of keymap) {
		for (const key of keys) {
			const place = `${context} ${key}`;
			const isOver = context === 'prompt' && !yielding.has(action);
			const other = claims.get(place) ?? (isOver ? claims.get(`everywhere ${key}`) : undefined);
			if (other !== undefined && other !== action) {
				throw new KeyMapError(
					action,
					`The key ${JSON.stringify(key)} is used twice in ${context}: for ${other} and for ${action}.`,
					`Give ${other} or ${action} another key.`,
				);
			}

			claims.set(place, action);
		}
	}
}

/** Whether the screen can receive a key of this name. Shift applies to named keys only: a shifted character is a different character. */
function isKey(key: string): boolean {
	const [, ctrl, shift, base = ''] = /^(ctrl\+)?(?:alt\+)?(shift\+)?(.+)$/su.exec(key) ?? [];
	if (namedKeys.includes(base)) {
		return true;
	}

	return (
		[...segmenter.segment(base)].length === 1 &&
		!/\s|\p{Cc}/u.test(base) &&
		shift === undefined &&
		(ctrl === undefined || base === base.toLowerCase())
	);
}

/** Whether binding this key there would make it impossible to type. Enter and Backspace type nothing, but the prompt needs them. */
function isTyped(key: string, context: KeyContext): boolean {
	switch (context) {
		case 'everywhere': {
			return typingKeys.includes(key) || [...segmenter.segment(key)].length === 1;
		}

		case 'prompt': {
			return key === 'space' || [...segmenter.segment(key)].length === 1;
		}

		default: {
			return false;
		}
	}
}
