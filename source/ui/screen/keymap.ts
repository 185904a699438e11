import type {Overlay} from '../help/help-state.js';
import {type PromptKey, promptKeys} from '../prompt/prompt-keys.js';
import type {Focus} from './layout.js';

/**
 * Where a key works: everywhere, in every pane except the prompt, in those panes while events are presented, in one pane, on the start screen over an empty prompt, or while the help or the
 * list of turns is open.
 */
export type KeyContext =
	| 'everywhere'
	| 'panes'
	| 'presenting'
	| 'start'
	| 'help'
	| 'turns'
	| 'exchanges'
	| 'picker'
	| 'views'
	| 'diff'
	| Focus;

/** One entry of the key map. `action` names a screen action. `help` is the text in the help screen and docs/keys.md. */
export type ScreenKey = {
	readonly context: Exclude<KeyContext, 'prompt'>;
	readonly keys: readonly string[];
	readonly action: string;
	readonly help: string;
	/** Set if the key works only in the chat, or only while a recording is played. */
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
		help: 'present: show the newest event large, for a projector',
	},
	{
		context: 'everywhere',
		keys: ['f3'],
		action: 'resizeLog',
		help: 'event log: a third, half or all of the screen, or three rows',
	},
	{
		context: 'everywhere',
		keys: ['f4'],
		action: 'placeInspector',
		help: 'inspector: beside the event log, in its place, or closed',
	},
	{
		context: 'everywhere',
		keys: ['escape'],
		action: 'escape',
		help: 'close what is open; stop presenting; return to the prompt; stop the answer; twice in the prompt: list the turns',
	},
	{
		context: 'everywhere',
		keys: ['ctrl+c'],
		action: 'interruptOrLeave',
		help: 'stop the answer; clear the prompt; press twice to quit',
	},
	{context: 'everywhere', keys: ['ctrl+l'], action: 'redraw', help: 'draw everything again'},
	{context: 'everywhere', keys: ['ctrl+z'], action: 'suspend', help: 'suspend; fg resumes'},
	{context: 'start', keys: ['1'], action: 'startWords', help: 'ask for three words'},
	{context: 'start', keys: ['2'], action: 'startThinking', help: 'watch the model think'},
	{context: 'start', keys: ['3'], action: 'startBreak', help: 'watch a connection break, in the demo'},
	{context: 'start', keys: ['4'], action: 'startLast', help: 'open the last session'},
	{context: 'start', keys: ['down'], action: 'startDown', help: 'next of these four'},
	{context: 'start', keys: ['up'], action: 'startUp', help: 'previous of these four'},
	{context: 'start', keys: ['enter'], action: 'startChosen', help: 'do what is chosen'},
	{
		context: 'presenting',
		keys: ['?'],
		action: 'guessNext',
		help: 'hide the next event until . shows it: what will it be?',
	},
	{
		context: 'presenting',
		keys: ['pagedown'],
		action: 'stepForward',
		help: 'step one event forward, as a presenter’s remote control does',
	},
	{context: 'presenting', keys: ['pageup'], action: 'stepBack', help: 'step one event back'},
	{context: 'panes', keys: ['?'], action: 'toggleHelp', help: 'this help'},
	{context: 'panes', keys: ['i'], action: 'focusPrompt', help: 'go to the prompt', only: 'chat'},
	{context: 'panes', keys: ['z'], action: 'toggleZoom', help: 'zoom this pane'},
	{context: 'panes', keys: ['{'], action: 'narrowHistory', help: 'narrower conversation'},
	{context: 'panes', keys: ['}'], action: 'widenHistory', help: 'wider conversation'},
	{context: 'panes', keys: ['('], action: 'lowerLog', help: 'shorter event log'},
	{context: 'panes', keys: [')'], action: 'raiseLog', help: 'taller event log'},
	{
		context: 'panes',
		keys: ['x'],
		action: 'toggleExchanges',
		help: 'list the exchanges: a row an attempt, with its figures and a bar on one time axis',
	},
	{context: 'panes', keys: ['1'], action: 'messageTab', help: 'inspector: the message'},
	{context: 'panes', keys: ['2'], action: 'eventTab', help: 'inspector: the selected event'},
	{context: 'panes', keys: ['3'], action: 'timelineTab', help: 'inspector: the timeline'},
	{context: 'panes', keys: ['4'], action: 'usageTab', help: 'inspector: the usage'},
	{context: 'panes', keys: ['5'], action: 'requestTab', help: 'inspector: the request'},
	{context: 'panes', keys: ['6'], action: 'findingsTab', help: 'inspector: the findings'},
	{context: 'panes', keys: ['7'], action: 'statsTab', help: 'inspector: the statistics'},
	{
		context: 'panes',
		keys: ['8'],
		action: 'bytesTab',
		help: 'inspector: the bytes of the selected event’s read',
	},
	{
		context: 'panes',
		keys: ['space'],
		action: 'playPause',
		help: 'pause or play; the stream continues while the screen is paused',
	},
	{context: 'panes', keys: ['.'], action: 'stepForward', help: 'step one event forward'},
	{context: 'panes', keys: [','], action: 'stepBack', help: 'step one event back'},
	{context: 'panes', keys: ['<'], action: 'slower', help: 'play slower'},
	{context: 'panes', keys: ['>'], action: 'faster', help: 'play faster'},
	{
		context: 'panes',
		keys: ['['],
		action: 'previousExchange',
		help: 'move the playhead to the previous exchange',
	},
	{context: 'panes', keys: [']'], action: 'nextExchange', help: 'move the playhead to the next exchange'},
	{
		context: 'panes',
		keys: [':'],
		action: 'openGoto',
		help: 'go to an event number, or a time from the beginning, such as 3.5s or 1:05',
	},
	{
		context: 'panes',
		keys: ['b'],
		action: 'openBreakpoint',
		help: 'set a breakpoint: a filter such as type:error, gap>2s or "two words"',
	},
	{
		context: 'panes',
		keys: ['H'],
		action: 'releaseHold',
		help: 'let a stream go on that the tap holds: the selected one, or the oldest',
		only: 'replay',
	},
	{
		context: 'panes',
		keys: ['L'],
		action: 'toggleLoop',
		help: 'play in a loop: between the two bookmarks set last, else the whole',
	},
	{context: 'panes', keys: ['u'], action: 'nextBookmark', help: 'next bookmark'},
	{context: 'panes', keys: ['U'], action: 'previousBookmark', help: 'previous bookmark'},
	{
		context: 'panes',
		keys: ['M'],
		action: 'openNote',
		help: 'write a note at this event: its bookmark’s caption',
	},
	{context: 'panes', keys: ['o'], action: 'playFromHere', help: 'move the playhead to the selected event'},
	{context: 'panes', keys: ['0'], action: 'goLive', help: 'move the playhead to the live end'},
	{
		context: 'panes',
		keys: ['q'],
		action: 'leaveReplay',
		help: 'quit the player',
		only: 'replay',
	},
	{
		context: 'history',
		keys: ['right', 'l'],
		action: 'nextPiece',
		help: 'highlight the next piece of the visible text, and its event',
	},
	{context: 'history', keys: ['left', 'h'], action: 'previousPiece', help: 'highlight the previous piece'},
	{context: 'history', keys: ['k', 'up', 'shift+up'], action: 'historyUp', help: 'one line up'},
	{context: 'history', keys: ['j', 'down', 'shift+down'], action: 'historyDown', help: 'one line down'},
	{context: 'history', keys: ['pageup', 'ctrl+b'], action: 'historyPageUp', help: 'one page up'},
	{context: 'history', keys: ['pagedown', 'ctrl+f'], action: 'historyPageDown', help: 'one page down'},
	{context: 'history', keys: ['['], action: 'historyTurnUp', help: 'select the previous turn'},
	{context: 'history', keys: [']'], action: 'historyTurnDown', help: 'select the next turn'},
	{context: 'history', keys: ['T'], action: 'listTurns', help: 'list the turns'},
	{context: 'history', keys: ['/'], action: 'openFind', help: 'find text in the conversation'},
	{context: 'history', keys: ['n'], action: 'findNext', help: 'next hit'},
	{context: 'history', keys: ['N'], action: 'findPrevious', help: 'previous hit'},
	{context: 'history', keys: ['g', 'home'], action: 'historyTop', help: 'go to the beginning'},
	{context: 'history', keys: ['G', 'end'], action: 'historyTail', help: 'go to the end and follow'},
	{
		context: 'history',
		keys: ['t'],
		action: 'toggleThinking',
		help: 'unfold or fold thinking and long prompts',
	},
	{context: 'history', keys: ['m'], action: 'toggleMarkdown', help: 'show Markdown rendered or plain'},
	{
		context: 'history',
		keys: ['shift+right'],
		action: 'scrollCodeRight',
		help: 'cut long lines of code instead of wrapping them, then scroll them',
	},
	{
		context: 'history',
		keys: ['shift+left'],
		action: 'scrollCodeLeft',
		help: 'scroll code back, and wrap it again at its beginning',
	},
	{
		context: 'history',
		keys: ['r'],
		action: 'writeResult',
		help: 'write the result of a tool call',
		only: 'chat',
	},
	{
		context: 'history',
		keys: ['e'],
		action: 'reportError',
		help: 'edit the selected turn and send it again; without one, answer a tool call with an error, or go to the next error of the log',
		only: 'chat',
	},
	{
		context: 'history',
		keys: ['c'],
		action: 'runCall',
		help: 'run the command of a tool call, or continue a paused turn',
		only: 'chat',
	},
	{
		context: 'history',
		keys: ['enter'],
		action: 'confirmCall',
		help: 'show the events of the selected turn; yes, run the command',
	},
	{context: 'history', keys: ['E'], action: 'previousError', help: 'event log: previous error'},
	{context: 'history', keys: ['p'], action: 'nextGap', help: 'event log: next gap of over a second'},
	{context: 'history', keys: ['P'], action: 'previousGap', help: 'event log: previous gap'},
	{context: 'history', keys: ['F'], action: 'clearFilter', help: 'event log: show all events'},
	{
		context: 'history',
		keys: ['f'],
		action: 'forkTurn',
		help: 'continue from the selected turn in a new session; without one, filter the log',
		only: 'chat',
	},
	{
		context: 'history',
		keys: ['y'],
		action: 'copyAnswer',
		help: 'copy the answer of the selected turn, or the last one',
	},
	{
		context: 'history',
		keys: ['Y'],
		action: 'copyCode',
		help: 'copy a code block of the selected turn by its number, or the last one',
	},
	{context: 'events', keys: ['k', 'up', 'shift+up'], action: 'logUp', help: 'previous event'},
	{context: 'events', keys: ['j', 'down', 'shift+down'], action: 'logDown', help: 'next event'},
	{context: 'events', keys: ['pageup', 'ctrl+b'], action: 'logPageUp', help: 'one page up'},
	{context: 'events', keys: ['pagedown', 'ctrl+f'], action: 'logPageDown', help: 'one page down'},
	{context: 'events', keys: ['g', 'home'], action: 'logTop', help: 'first event'},
	{context: 'events', keys: ['G', 'end'], action: 'logTail', help: 'last event, and follow'},
	{context: 'events', keys: ['enter'], action: 'eventTab', help: 'inspect the event'},
	{context: 'events', keys: ['/'], action: 'openSearch', help: 'search events, by words or any filter'},
	{context: 'events', keys: ['n'], action: 'searchNext', help: 'next match'},
	{context: 'events', keys: ['N'], action: 'searchPrevious', help: 'previous match'},
	{context: 'events', keys: ['f'], action: 'openFilter', help: 'filter: words, type:ping, gap>1s, /regex/'},
	{context: 'events', keys: ['F'], action: 'clearFilter', help: 'show all events'},
	{context: 'events', keys: ['d'], action: 'toggleRuns', help: 'fold or unfold runs of deltas'},
	{context: 'events', keys: ['c'], action: 'toggleChunks', help: 'show network reads'},
	{context: 'events', keys: ['v'], action: 'openViews', help: 'filter by a view: a filter with a name'},
	{context: 'events', keys: ['C'], action: 'openColumns', help: 'choose the columns'},
	{
		context: 'events',
		keys: ['e'],
		action: 'nextError',
		help: 'next error, or broken rule; warnings if there are none',
	},
	{context: 'events', keys: ['E'], action: 'previousError', help: 'previous error, or warning'},
	{context: 'events', keys: ['p'], action: 'nextGap', help: 'next gap of over a second'},
	{context: 'events', keys: ['P'], action: 'previousGap', help: 'previous gap'},
	{context: 'events', keys: ['s'], action: 'nextSame', help: 'next event of this type'},
	{context: 'events', keys: ['S'], action: 'previousSame', help: 'previous event of this type'},
	{
		context: 'events',
		keys: ['m'],
		action: 'toggleBookmark',
		help: 'bookmark this event; two bookmarks measure what is between them',
	},
	{context: 'events', keys: ['y'], action: 'copyEvent', help: 'copy the event as JSON'},
	{
		context: 'events',
		keys: ['Y'],
		action: 'copyRange',
		help: 'copy the events from one bookmark to the other',
	},
	{context: 'events', keys: ['r'], action: 'toggleRaw', help: 'show the event raw or pretty'},
	{context: 'inspector', keys: ['left', 'h'], action: 'previousTab', help: 'previous tab'},
	{context: 'inspector', keys: ['right', 'l'], action: 'nextTab', help: 'next tab'},
	{context: 'inspector', keys: ['k', 'up', 'shift+up'], action: 'inspectorUp', help: 'one line up'},
	{context: 'inspector', keys: ['j', 'down', 'shift+down'], action: 'inspectorDown', help: 'one line down'},
	{context: 'inspector', keys: ['pageup', 'ctrl+b'], action: 'inspectorPageUp', help: 'one page up'},
	{context: 'inspector', keys: ['pagedown', 'ctrl+f'], action: 'inspectorPageDown', help: 'one page down'},
	{context: 'inspector', keys: ['g', 'home'], action: 'inspectorTop', help: 'go to the top'},
	{context: 'inspector', keys: ['G', 'end'], action: 'inspectorEnd', help: 'go to the end and follow'},
	{
		context: 'inspector',
		keys: ['K'],
		action: 'cursorLeft',
		help: 'timeline: select the event a cell earlier',
	},
	{context: 'inspector', keys: ['J'], action: 'cursorRight', help: 'timeline: select the event a cell later'},
	{
		context: 'inspector',
		keys: ['+', '='],
		action: 'zoomIn',
		help: 'timeline: zoom in around the selected event',
	},
	{context: 'inspector', keys: ['-'], action: 'zoomOut', help: 'timeline: zoom out'},
	{
		context: 'inspector',
		keys: ['a'],
		action: 'toggleAllStatistics',
		help: 'statistics: of all exchanges, or of the selected one',
	},
	{
		context: 'inspector',
		keys: ['enter'],
		action: 'toggleFold',
		help: 'fold or unfold; on a finding, go to its next event',
	},
	{
		context: 'inspector',
		keys: ['r'],
		action: 'toggleRaw',
		help: 'show the event raw or pretty, the bytes in hex or as text',
	},
	{
		context: 'inspector',
		keys: ['y'],
		action: 'copyTab',
		help: 'copy what the tab shows; a request as curl, then as TypeScript and Python',
	},
	{context: 'help', keys: ['up', 'shift+up'], action: 'helpUp', help: 'one line up'},
	{context: 'help', keys: ['down', 'shift+down'], action: 'helpDown', help: 'one line down'},
	{context: 'help', keys: ['pageup', 'ctrl+b'], action: 'helpPageUp', help: 'one page up'},
	{context: 'help', keys: ['pagedown', 'ctrl+f'], action: 'helpPageDown', help: 'one page down'},
	{context: 'help', keys: ['home'], action: 'helpTop', help: 'go to the top'},
	{context: 'help', keys: ['end'], action: 'helpEnd', help: 'go to the end'},
	{
		context: 'help',
		keys: ['backspace', 'ctrl+h'],
		action: 'eraseInHelp',
		help: 'delete a character of the search, which any text begins',
	},
	{context: 'help', keys: ['ctrl+u', 'ctrl+w'], action: 'clearHelp', help: 'clear the search'},
	{context: 'help', keys: ['?', 'enter'], action: 'toggleHelp', help: 'close'},
	{context: 'exchanges', keys: ['k', 'up', 'shift+up'], action: 'exchangesUp', help: 'previous attempt'},
	{context: 'exchanges', keys: ['j', 'down', 'shift+down'], action: 'exchangesDown', help: 'next attempt'},
	{context: 'exchanges', keys: ['pageup', 'ctrl+b'], action: 'exchangesPageUp', help: 'one page up'},
	{context: 'exchanges', keys: ['pagedown', 'ctrl+f'], action: 'exchangesPageDown', help: 'one page down'},
	{context: 'exchanges', keys: ['g', 'home'], action: 'exchangesTop', help: 'first attempt'},
	{context: 'exchanges', keys: ['G', 'end'], action: 'exchangesEnd', help: 'last attempt'},
	{context: 'exchanges', keys: ['enter'], action: 'goToExchange', help: 'go to its request in the event log'},
	{context: 'exchanges', keys: ['s'], action: 'sortExchanges', help: 'sort by the next column'},
	{context: 'exchanges', keys: ['S'], action: 'reverseExchanges', help: 'reverse the order'},
	{
		context: 'exchanges',
		keys: ['f'],
		action: 'openFilter',
		help: 'show exchanges with events that pass a filter',
	},
	{context: 'exchanges', keys: ['/'], action: 'openSearch', help: 'search the events of all exchanges'},
	{context: 'exchanges', keys: ['n'], action: 'searchNext', help: 'next exchange with a match'},
	{context: 'exchanges', keys: ['N'], action: 'searchPrevious', help: 'previous exchange with a match'},
	{context: 'exchanges', keys: ['F'], action: 'clearFilter', help: 'show all exchanges'},
	{
		context: 'exchanges',
		keys: ['H'],
		action: 'releaseHold',
		help: 'let the stream go on that the tap holds',
		only: 'replay',
	},
	{
		context: 'exchanges',
		keys: ['D'],
		action: 'markForDiff',
		help: 'mark the exchange; on a second one, show both side by side',
	},
	{context: 'exchanges', keys: ['x', 'q'], action: 'toggleExchanges', help: 'close'},
	{context: 'picker', keys: ['k', 'up', 'shift+up'], action: 'pickerUp', help: 'previous row'},
	{context: 'picker', keys: ['j', 'down', 'shift+down'], action: 'pickerDown', help: 'next row'},
	{context: 'picker', keys: ['space', 'enter'], action: 'pick', help: 'show or hide the column'},
	{context: 'picker', keys: ['s'], action: 'keepPicked', help: 'keep the columns for the next start'},
	{context: 'picker', keys: ['r'], action: 'resetPicked', help: 'let the width decide about the columns'},
	{context: 'picker', keys: ['C', 'q'], action: 'closePicker', help: 'close'},
	{context: 'views', keys: ['enter', 'space'], action: 'applyView', help: 'filter by the view'},
	{
		context: 'views',
		keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
		action: 'applyNumberedView',
		help: 'filter by the view with this number',
	},
	{context: 'views', keys: ['s'], action: 'openViewName', help: 'keep the filter of the log as a view'},
	{context: 'views', keys: ['r'], action: 'dropView', help: 'remove the view, if it is your own'},
	{context: 'views', keys: ['F'], action: 'clearFilter', help: 'show all events'},
	{context: 'views', keys: ['v', 'C'], action: 'closePicker', help: 'close'},
	{context: 'diff', keys: ['k', 'up', 'shift+up'], action: 'diffUp', help: 'one row up'},
	{context: 'diff', keys: ['j', 'down', 'shift+down'], action: 'diffDown', help: 'one row down'},
	{context: 'diff', keys: ['pageup', 'ctrl+b'], action: 'diffPageUp', help: 'one page up'},
	{context: 'diff', keys: ['pagedown', 'ctrl+f', 'space'], action: 'diffPageDown', help: 'one page down'},
	{context: 'diff', keys: ['g', 'home'], action: 'diffTop', help: 'go to the top: the figures of both'},
	{context: 'diff', keys: ['G', 'end'], action: 'diffEnd', help: 'go to the end of the events'},
	{context: 'diff', keys: ['n'], action: 'nextDifference', help: 'next place where the events differ'},
	{context: 'diff', keys: ['N'], action: 'previousDifference', help: 'previous place'},
	{context: 'diff', keys: ['left', 'h'], action: 'diffLeft', help: 'Enter goes to the left event'},
	{context: 'diff', keys: ['right', 'l'], action: 'diffRight', help: 'Enter goes to the right event'},
	{context: 'diff', keys: ['enter'], action: 'goToDiffEvent', help: 'go to the event in the event log'},
	{
		context: 'diff',
		keys: ['d'],
		action: 'toggleDiffWhole',
		help: 'show or fold the events that are the same',
	},
	{context: 'diff', keys: ['y'], action: 'copyDiff', help: 'copy the figures and the events side by side'},
	{context: 'diff', keys: ['q', 'x'], action: 'closeDiff', help: 'back to the list of exchanges'},
	{context: 'turns', keys: ['k', 'up', 'shift+up'], action: 'turnsUp', help: 'previous turn'},
	{context: 'turns', keys: ['j', 'down', 'shift+down'], action: 'turnsDown', help: 'next turn'},
	{context: 'turns', keys: ['pageup', 'ctrl+b'], action: 'turnsPageUp', help: 'one page up'},
	{context: 'turns', keys: ['pagedown', 'ctrl+f'], action: 'turnsPageDown', help: 'one page down'},
	{context: 'turns', keys: ['g', 'home'], action: 'turnsTop', help: 'first turn'},
	{context: 'turns', keys: ['G', 'end'], action: 'turnsEnd', help: 'last turn'},
	{context: 'turns', keys: ['enter'], action: 'goToTurn', help: 'go to the turn'},
	{
		context: 'turns',
		keys: ['e'],
		action: 'editTurn',
		help: 'edit the turn and send it again in its place',
		only: 'chat',
	},
	{
		context: 'turns',
		keys: ['f'],
		action: 'forkListedTurn',
		help: 'continue from the turn in a new session',
		only: 'chat',
	},
	{context: 'turns', keys: ['y'], action: 'copyTurn', help: 'copy the answer of the turn'},
] as const satisfies readonly ScreenKey[];

export type ActionName = (typeof screenKeys)[number]['action'];

/** The actions with a key in one context. */
export type ActionIn<Context extends ScreenKey['context']> = Extract<
	(typeof screenKeys)[number],
	{readonly context: Context}
>['action'];

export type KeyBinding = (ScreenKey & {readonly action: ActionName}) | PromptKey;

/** The key map in use: the default one, or one with other keys. */
export type KeyMap = readonly KeyBinding[];

/** The default key map: the only place that says which key does what, in the panes and in the prompt. */
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
