import type {ScreenKey} from './screen-key.js';

/** The keys that work everywhere. */
export const everywhereKeyMap = [
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
	{
		context: 'everywhere',
		keys: ['ctrl+s'],
		action: 'keepChanges',
		help: 'keep the setting changed last, such as the theme, for the next start',
	},
	{context: 'everywhere', keys: ['ctrl+l'], action: 'redraw', help: 'draw everything again'},
	{context: 'everywhere', keys: ['ctrl+z'], action: 'suspend', help: 'suspend; fg resumes'},
] as const satisfies readonly ScreenKey[];
