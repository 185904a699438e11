import {historyKeyMap} from '../conversation/history-key-map.js';
import {startKeyMap} from '../conversation/start-key-map.js';
import {turnsKeyMap} from '../conversation/turns-key-map.js';
import {diffKeyMap} from '../diff/diff-key-map.js';
import {eventsKeyMap} from '../events/events-key-map.js';
import {pickerKeyMap} from '../events/picker-key-map.js';
import {presentingKeyMap} from '../events/presenting-key-map.js';
import {viewsKeyMap} from '../events/views-key-map.js';
import {exchangesKeyMap} from '../exchanges/exchanges-key-map.js';
import {helpKeyMap} from '../help/help-key-map.js';
import type {Overlay} from '../help/help-state.js';
import {inspectorKeyMap} from '../inspector/inspector-key-map.js';
import {type PromptKey, promptKeys} from '../prompt/prompt-keys.js';
import {everywhereKeyMap} from './everywhere-key-map.js';
import type {Focus} from './layout.js';
import {panesKeyMap} from './panes-key-map.js';
import type {KeyContext, ScreenKey} from './screen-key.js';

/** Each feature has its own table beside its reducer. The order is that of the help. */
const screenKeys = [
	...everywhereKeyMap,
	...startKeyMap,
	...presentingKeyMap,
	...panesKeyMap,
	...historyKeyMap,
	...eventsKeyMap,
	...inspectorKeyMap,
	...helpKeyMap,
	...exchangesKeyMap,
	...pickerKeyMap,
	...viewsKeyMap,
	...diffKeyMap,
	...turnsKeyMap,
] as const;

export type ActionName = (typeof screenKeys)[number]['action'];

/** The actions with a key in one context. */
export type ActionIn<Context extends ScreenKey['context']> = Extract<
	(typeof screenKeys)[number],
	{readonly context: Context}
>['action'];

export type KeyBinding = (ScreenKey & {readonly action: ActionName}) | PromptKey;

/** The key map in use: the default one, or one with other keys. */
export type KeyMap = readonly KeyBinding[];

/** The default key map: which key does what, in the panes and in the prompt. */
export const keymap: KeyMap = [...screenKeys, ...promptKeys];

/** What receives the keys: the help or the list of turns while it is open, otherwise the focused pane, and the start screen before an empty prompt. */
export type KeyTarget = Focus | 'presenting' | 'start' | Overlay;

const chains: Readonly<Record<KeyTarget, readonly KeyContext[]>> = {
	prompt: ['everywhere'],
	history: ['history', 'panes', 'everywhere'],
	events: ['events', 'panes', 'everywhere'],
	// Where they have no other meaning, the keys of the log act on it from the inspector too.
	inspector: ['inspector', 'panes', 'events', 'everywhere'],
	presenting: ['presenting'],
	start: ['start'],
	help: ['help', 'everywhere'],
	turns: ['turns', 'everywhere'],
	exchanges: ['exchanges', 'everywhere'],
	columns: ['picker', 'everywhere'],
	views: ['views', 'picker', 'everywhere'],
	diff: ['diff', 'everywhere'],
};

/** Returns the action of a key in its target, or `null` if it has none. A pane's own key overrides a general one. */
export function actionOf(key: string, target: KeyTarget, bindings: KeyMap = keymap): ActionName | null {
	for (const context of chains[target]) {
		const binding = bindings.find(({context: where, keys}) => where === context && keys.includes(key));
		if (binding !== undefined && binding.context !== 'prompt') {
			return binding.action;
		}
	}

	return null;
}

const knownChatKeys = new WeakMap<KeyMap, KeyMap>();

/** The bindings without those of the player, whose keys are free in the chat. */
export function chatKeys(bindings: KeyMap): KeyMap {
	const known =
		knownChatKeys.get(bindings) ??
		bindings.filter(binding => binding.context === 'prompt' || binding.only !== 'replay');
	knownChatKeys.set(bindings, known);
	return known;
}
