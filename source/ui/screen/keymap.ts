import {type PromptKey, promptKeys} from '../prompt/prompt-keys.js';
import type {Focus} from './layout.js';

/** Where a key counts: everywhere, in every pane but the prompt, in one pane, or while the help is open. */
export type KeyContext = 'everywhere' | 'panes' | 'help' | Focus;

/** One line of the key map. `action` names a function of the screen; `help` is what the help screen and docs/keys.md say. */
export type ScreenKey = {
	readonly context: Exclude<KeyContext, 'prompt'>;
	readonly keys: readonly string[];
	readonly action: string;
	readonly help: string;
	/** Set where the key works in the chat only, or only in the player of a recording. */
	readonly only?: 'chat' | 'replay';
};

const screenKeys = [
	{context: 'everywhere', keys: ['tab'], action: 'nextPane', help: 'next pane'},
	{context: 'everywhere', keys: ['shift+tab'], action: 'previousPane', help: 'previous pane'},
	{context: 'everywhere', keys: ['f1'], action: 'toggleHelp', help: 'this help'},
	{
		context: 'everywhere',
		keys: ['f2'],
		action: 'togglePresenting',
		help: 'present: the newest event large, for a projector',
	},
	{
		context: 'everywhere',
		keys: ['escape'],
		action: 'escape',
		help: 'close what is open; end presenting; back to the prompt; stop the answer',
	},
	{
		context: 'everywhere',
		keys: ['ctrl+c'],
		action: 'interruptOrLeave',
		help: 'stop the answer; twice: leave',
	},
	{context: 'everywhere', keys: ['ctrl+z'], action: 'suspend', help: 'suspend; fg brings it back'},
	{context: 'panes', keys: ['?'], action: 'toggleHelp', help: 'this help'},
	{context: 'panes', keys: ['i'], action: 'focusPrompt', help: 'to the prompt', only: 'chat'},
	{context: 'panes', keys: ['z'], action: 'toggleZoom', help: 'zoom this pane'},
	{context: 'panes', keys: ['{'], action: 'narrowHistory', help: 'narrower conversation'},
	{context: 'panes', keys: ['}'], action: 'widenHistory', help: 'wider conversation'},
	{context: 'panes', keys: ['('], action: 'lowerLog', help: 'a lower event log'},
	{context: 'panes', keys: [')'], action: 'raiseLog', help: 'a higher event log'},
	{context: 'panes', keys: ['1'], action: 'messageTab', help: 'inspector: the message'},
	{context: 'panes', keys: ['2'], action: 'eventTab', help: 'inspector: the selected event'},
	{context: 'panes', keys: ['3'], action: 'timelineTab', help: 'inspector: the timeline'},
	{context: 'panes', keys: ['4'], action: 'usageTab', help: 'inspector: the usage'},
	{context: 'panes', keys: ['5'], action: 'requestTab', help: 'inspector: the request'},
	{context: 'panes', keys: ['6'], action: 'findingsTab', help: 'inspector: what is wrong with the stream'},
	{
		context: 'panes',
		keys: ['space'],
		action: 'playPause',
		help: 'pause and play: the screen stands, the stream goes on',
	},
	{context: 'panes', keys: ['.'], action: 'stepForward', help: 'step one event forward'},
	{context: 'panes', keys: [','], action: 'stepBack', help: 'step one event back'},
	{context: 'panes', keys: ['<'], action: 'slower', help: 'play slower'},
	{context: 'panes', keys: ['>'], action: 'faster', help: 'play faster'},
	{context: 'panes', keys: ['['], action: 'previousExchange', help: 'playhead to the exchange before'},
	{context: 'panes', keys: [']'], action: 'nextExchange', help: 'playhead to the exchange after'},
	{
		context: 'panes',
		keys: [':'],
		action: 'openGoto',
		help: 'go to an event’s number, or a time from the beginning as in 3.5s or 1:05',
	},
	{
		context: 'panes',
		keys: ['b'],
		action: 'openBreakpoint',
		help: 'stop playing when: a type, gap 2s, or a text',
	},
	{context: 'panes', keys: ['L'], action: 'toggleLoop', help: 'play in a loop'},
	{context: 'panes', keys: ['o'], action: 'playFromHere', help: 'playhead to the selected event'},
	{context: 'panes', keys: ['0'], action: 'goLive', help: 'playhead to the live end'},
	{
		context: 'panes',
		keys: ['q'],
		action: 'leaveReplay',
		help: 'leave the player of a recording',
		only: 'replay',
	},
	{
		context: 'history',
		keys: ['right', 'l'],
		action: 'nextPiece',
		help: 'light the next piece of the text in sight, and its event',
	},
	{context: 'history', keys: ['left', 'h'], action: 'previousPiece', help: 'light the piece before'},
	{context: 'history', keys: ['k', 'up'], action: 'historyUp', help: 'a line up'},
	{context: 'history', keys: ['j', 'down'], action: 'historyDown', help: 'a line down'},
	{context: 'history', keys: ['pageup', 'ctrl+b'], action: 'historyPageUp', help: 'a page up'},
	{context: 'history', keys: ['pagedown', 'ctrl+f'], action: 'historyPageDown', help: 'a page down'},
	{context: 'history', keys: ['['], action: 'historyTurnUp', help: 'the turn before'},
	{context: 'history', keys: [']'], action: 'historyTurnDown', help: 'the turn after'},
	{context: 'history', keys: ['g', 'home'], action: 'historyTop', help: 'to the beginning'},
	{context: 'history', keys: ['G', 'end'], action: 'historyTail', help: 'to the end, and follow'},
	{
		context: 'history',
		keys: ['t'],
		action: 'toggleThinking',
		help: 'unfold and fold thinking and long prompts',
	},
	{context: 'history', keys: ['m'], action: 'toggleMarkdown', help: 'Markdown rendered or plain'},
	{context: 'history', keys: ['y'], action: 'copyAnswer', help: 'copy the last answer'},
	{context: 'history', keys: ['Y'], action: 'copyCode', help: 'copy the last code block'},
	{context: 'events', keys: ['k', 'up'], action: 'logUp', help: 'the event before'},
	{context: 'events', keys: ['j', 'down'], action: 'logDown', help: 'the event after'},
	{context: 'events', keys: ['pageup', 'ctrl+b'], action: 'logPageUp', help: 'a page up'},
	{context: 'events', keys: ['pagedown', 'ctrl+f'], action: 'logPageDown', help: 'a page down'},
	{context: 'events', keys: ['g', 'home'], action: 'logTop', help: 'the first event'},
	{context: 'events', keys: ['G', 'end'], action: 'logTail', help: 'the last event, and follow'},
	{context: 'events', keys: ['enter'], action: 'eventTab', help: 'inspect the event'},
	{context: 'events', keys: ['/'], action: 'openSearch', help: 'search the events'},
	{context: 'events', keys: ['n'], action: 'searchNext', help: 'the next hit'},
	{context: 'events', keys: ['N'], action: 'searchPrevious', help: 'the hit before'},
	{context: 'events', keys: ['f'], action: 'openFilter', help: 'filter by text or type'},
	{context: 'events', keys: ['F'], action: 'clearFilter', help: 'show all events'},
	{context: 'events', keys: ['d'], action: 'toggleRuns', help: 'fold and unfold runs of deltas'},
	{context: 'events', keys: ['c'], action: 'toggleChunks', help: 'show the reads of the network'},
	{context: 'events', keys: ['e'], action: 'nextError', help: 'the next error, or event that breaks a rule'},
	{context: 'events', keys: ['E'], action: 'previousError', help: 'the error before'},
	{context: 'events', keys: ['p'], action: 'nextGap', help: 'the next pause of over a second'},
	{context: 'events', keys: ['P'], action: 'previousGap', help: 'the pause before'},
	{context: 'events', keys: ['s'], action: 'nextSame', help: 'the next event of this type'},
	{context: 'events', keys: ['S'], action: 'previousSame', help: 'the event of this type before'},
	{
		context: 'events',
		keys: ['m'],
		action: 'toggleBookmark',
		help: 'bookmark this event; two bookmarks measure the time between them',
	},
	{context: 'events', keys: ['y'], action: 'copyEvent', help: 'copy the event as JSON'},
	{context: 'events', keys: ['r'], action: 'toggleRaw', help: 'the event raw or pretty'},
	{context: 'inspector', keys: ['left', 'h'], action: 'previousTab', help: 'the tab before'},
	{context: 'inspector', keys: ['right', 'l'], action: 'nextTab', help: 'the tab after'},
	{context: 'inspector', keys: ['k', 'up'], action: 'inspectorUp', help: 'a line up'},
	{context: 'inspector', keys: ['j', 'down'], action: 'inspectorDown', help: 'a line down'},
	{context: 'inspector', keys: ['pageup', 'ctrl+b'], action: 'inspectorPageUp', help: 'a page up'},
	{context: 'inspector', keys: ['pagedown', 'ctrl+f'], action: 'inspectorPageDown', help: 'a page down'},
	{context: 'inspector', keys: ['g', 'home'], action: 'inspectorTop', help: 'to the top'},
	{context: 'inspector', keys: ['G', 'end'], action: 'inspectorEnd', help: 'to the end, and follow'},
	{context: 'inspector', keys: ['enter'], action: 'toggleFold', help: 'fold and unfold'},
	{context: 'inspector', keys: ['r'], action: 'toggleRaw', help: 'the event raw or pretty'},
	{
		context: 'inspector',
		keys: ['y'],
		action: 'copyTab',
		help: 'copy what the tab shows; a request as curl, then as TypeScript and Python',
	},
	{context: 'help', keys: ['k', 'up'], action: 'helpUp', help: 'a line up'},
	{context: 'help', keys: ['j', 'down'], action: 'helpDown', help: 'a line down'},
	{context: 'help', keys: ['pageup', 'ctrl+b'], action: 'helpPageUp', help: 'a page up'},
	{context: 'help', keys: ['pagedown', 'ctrl+f', 'space'], action: 'helpPageDown', help: 'a page down'},
	{context: 'help', keys: ['g', 'home'], action: 'helpTop', help: 'to the top'},
	{context: 'help', keys: ['G', 'end'], action: 'helpEnd', help: 'to the end'},
	{context: 'help', keys: ['q', '?', 'enter'], action: 'toggleHelp', help: 'close'},
] as const satisfies readonly ScreenKey[];

export type ActionName = (typeof screenKeys)[number]['action'];

/** The actions that have a key in one context. */
export type ActionIn<Context extends ScreenKey['context']> = Extract<
	(typeof screenKeys)[number],
	{readonly context: Context}
>['action'];

export type KeyBinding = (ScreenKey & {readonly action: ActionName}) | PromptKey;

/** A key map as it is in force: this one, or with other keys. */
export type KeyMap = readonly KeyBinding[];

/** The key map: the only place that says which key does what, in the panes and in the prompt. */
export const keymap: KeyMap = [...screenKeys, ...promptKeys];

/** Where the keys go: the help while it is open, else the pane with the focus. */
export type KeyTarget = Focus | 'help';

const chains: Readonly<Record<KeyTarget, readonly KeyContext[]>> = {
	prompt: ['everywhere'],
	history: ['history', 'panes', 'everywhere'],
	events: ['events', 'panes', 'everywhere'],
	inspector: ['inspector', 'panes', 'everywhere'],
	help: ['help', 'everywhere'],
};

/** The action of a key where it goes, or `null` where it has none. A pane's own key goes before a general one. */
export function actionOf(key: string, target: KeyTarget, bindings: KeyMap = keymap): ActionName | null {
	for (const context of chains[target]) {
		const binding = bindings.find(({context: where, keys}) => where === context && keys.includes(key));
		if (binding !== undefined && binding.context !== 'prompt') {
			return binding.action;
		}
	}

	return null;
}
