import type {ScreenKey} from '../screen/screen-key.js';

/** The keys of the help. */
export const helpKeyMap = [
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
] as const satisfies readonly ScreenKey[];
