import type {ScreenKey} from '../screen/screen-key.js';

/** The keys of the comparison of two exchanges. */
export const diffKeyMap = [
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
] as const satisfies readonly ScreenKey[];
