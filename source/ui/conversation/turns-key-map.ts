import type {ScreenKey} from '../screen/screen-key.js';

/** The keys of the list of turns. */
export const turnsKeyMap = [
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
