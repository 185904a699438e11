import {namedKeys} from './key-name.js';
import type {KeyBinding, KeyContext, KeyMap} from './keymap.js';

/** Keys of the keyboard that cannot be had as they were asked for. `hint` says what to do. */
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

/** What the prompt cannot do without. */
const typingKeys: readonly string[] = ['space', 'enter', 'backspace'];

const segmenter = new Intl.Segmenter();

/**
 * The key map with other keys for some actions, wherever these count; an empty list takes an action's keys away. A key that types a
 * character is left out where an action counts in the prompt as well as elsewhere. Throws a `KeyMapError` for an action or a key that
 * does not exist, for a key that could not be typed any more, and for one that two actions claim in the same place.
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
			'It takes an action of the key map.',
		);
	}

	const unknown = keys.find(key => !isKey(key));
	if (unknown !== undefined) {
		throw new KeyMapError(
			action,
			`There is no key ${JSON.stringify(unknown)}, which the action ${action} asks for.`,
			`A key is a character or one of ${namedKeys.join(', ')}; before it ctrl+, alt+ or shift+ in small letters, as in ctrl+g or shift+tab.`,
		);
	}

	const typed = keys.find(key => bindings.every(({context}) => isTyped(key, context)));
	if (typed !== undefined) {
		throw new KeyMapError(
			action,
			`The key ${JSON.stringify(typed)} could not be typed any more: the action ${action} counts in the prompt, too.`,
			'Take a key with ctrl or alt, or a function key.',
		);
	}
}

/** What the prompt does only while it has a use for the key, which is otherwise that of everywhere. */
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
					`The key ${JSON.stringify(key)} is claimed twice for ${context}: by ${other} and by ${action}.`,
					`Give ${other} or ${action} another key.`,
				);
			}

			claims.set(place, action);
		}
	}
}

/** Whether the screen ever hears of a key of this name. Shift counts with named keys only: a character has it already. */
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

/** Whether a key that counts there could not be typed any more. Enter and Backspace type nothing by themselves: they are the prompt's own. */
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
