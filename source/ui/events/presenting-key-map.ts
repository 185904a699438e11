import type {ScreenKey} from '../screen/screen-key.js';

/** The keys that work while events are presented. */
export const presentingKeyMap = [
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
] as const satisfies readonly ScreenKey[];
