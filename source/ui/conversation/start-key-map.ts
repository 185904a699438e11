import type {ScreenKey} from '../screen/screen-key.js';

/** The keys of the start screen. */
export const startKeyMap = [
	{context: 'start', keys: ['1'], action: 'startWords', help: 'ask for three words'},
	{context: 'start', keys: ['2'], action: 'startThinking', help: 'watch the model think'},
	{context: 'start', keys: ['3'], action: 'startBreak', help: 'watch a connection break, in the demo'},
	{context: 'start', keys: ['4'], action: 'startLast', help: 'open the last session'},
	{context: 'start', keys: ['down'], action: 'startDown', help: 'next of these four'},
	{context: 'start', keys: ['up'], action: 'startUp', help: 'previous of these four'},
	{context: 'start', keys: ['enter'], action: 'startChosen', help: 'do what is chosen'},
] as const satisfies readonly ScreenKey[];
