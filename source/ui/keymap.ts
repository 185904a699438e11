import type {Focus} from './state/layout.js';

/** Where a key counts: everywhere, in every pane but the prompt, or in one pane. */
export type KeyContext = 'everywhere' | 'panes' | Exclude<Focus, 'prompt'>;

/** One line of the key map. `action` names a function of the screen; `help` is what the help screen and the README say. */
export type KeyBinding = {
	readonly context: KeyContext;
	readonly keys: readonly string[];
	readonly action: string;
	readonly help: string;
};

/** The key map: the only place that says which key does what. The keys of the prompt are its editor's own. */
export const keymap = [
	{context: 'everywhere', keys: ['tab'], action: 'nextPane', help: 'next pane'},
	{context: 'everywhere', keys: ['shift+tab'], action: 'previousPane', help: 'previous pane'},
	{context: 'everywhere', keys: ['f1'], action: 'toggleHelp', help: 'this help'},
	{
		context: 'everywhere',
		keys: ['escape'],
		action: 'escape',
		help: 'stop the answer; leave a field; back to the prompt',
	},
	{
		context: 'everywhere',
		keys: ['ctrl+c'],
		action: 'interruptOrLeave',
		help: 'stop the answer; twice: leave',
	},
	{context: 'everywhere', keys: ['ctrl+z'], action: 'suspend', help: 'suspend; fg brings it back'},
	{context: 'panes', keys: ['?'], action: 'toggleHelp', help: 'this help'},
	{context: 'panes', keys: ['i', 'enter'], action: 'focusPrompt', help: 'to the prompt'},
	{context: 'panes', keys: ['z'], action: 'toggleZoom', help: 'zoom this pane'},
	{context: 'panes', keys: ['{'], action: 'narrowHistory', help: 'narrower conversation'},
	{context: 'panes', keys: ['}'], action: 'widenHistory', help: 'wider conversation'},
	{context: 'history', keys: ['k', 'up'], action: 'historyUp', help: 'a line up'},
	{context: 'history', keys: ['j', 'down'], action: 'historyDown', help: 'a line down'},
	{context: 'history', keys: ['pageup', 'ctrl+b'], action: 'historyPageUp', help: 'a page up'},
	{context: 'history', keys: ['pagedown', 'ctrl+f'], action: 'historyPageDown', help: 'a page down'},
	{context: 'history', keys: ['['], action: 'historyTurnUp', help: 'the turn before'},
	{context: 'history', keys: [']'], action: 'historyTurnDown', help: 'the turn after'},
	{context: 'history', keys: ['g', 'home'], action: 'historyTop', help: 'to the beginning'},
	{context: 'history', keys: ['G', 'end'], action: 'historyTail', help: 'to the end, and follow'},
	{context: 'history', keys: ['t'], action: 'toggleThinking', help: 'unfold and fold thinking'},
	{context: 'events', keys: ['k', 'up'], action: 'logUp', help: 'the event before'},
	{context: 'events', keys: ['j', 'down'], action: 'logDown', help: 'the event after'},
	{context: 'events', keys: ['pageup', 'ctrl+b'], action: 'logPageUp', help: 'a page up'},
	{context: 'events', keys: ['pagedown', 'ctrl+f'], action: 'logPageDown', help: 'a page down'},
	{context: 'events', keys: ['g', 'home'], action: 'logTop', help: 'the first event'},
	{context: 'events', keys: ['G', 'end'], action: 'logTail', help: 'the last event, and follow'},
	{context: 'events', keys: ['r'], action: 'toggleRaw', help: 'the event raw or pretty'},
	{context: 'inspector', keys: ['left', 'h'], action: 'previousTab', help: 'the tab before'},
	{context: 'inspector', keys: ['right', 'l'], action: 'nextTab', help: 'the tab after'},
	{context: 'inspector', keys: ['k', 'up'], action: 'inspectorUp', help: 'a line up'},
	{context: 'inspector', keys: ['j', 'down'], action: 'inspectorDown', help: 'a line down'},
	{context: 'inspector', keys: ['pageup', 'ctrl+b'], action: 'inspectorPageUp', help: 'a page up'},
	{context: 'inspector', keys: ['pagedown', 'ctrl+f'], action: 'inspectorPageDown', help: 'a page down'},
	{context: 'inspector', keys: ['g', 'home'], action: 'inspectorTop', help: 'to the top'},
	{context: 'inspector', keys: ['G', 'end'], action: 'inspectorEnd', help: 'to the end'},
	{context: 'inspector', keys: ['r'], action: 'toggleRaw', help: 'the event raw or pretty'},
] as const satisfies readonly KeyBinding[];

export type ActionName = (typeof keymap)[number]['action'];

/** The action of a key where the focus is, or `null` where it has none. A pane's own key goes before a general one. */
export function actionOf(key: string, focus: Focus): ActionName | null {
	const contexts: readonly KeyContext[] =
		focus === 'prompt' ? ['everywhere'] : [focus, 'panes', 'everywhere'];
	for (const context of contexts) {
		const binding = keymap.find(
			({context: where, keys}) => where === context && keys.some(known => known === key),
		);
		if (binding !== undefined) {
			return binding.action;
		}
	}

	return null;
}
