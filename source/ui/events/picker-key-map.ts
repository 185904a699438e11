import type {ScreenKey} from '../screen/screen-key.js';

/** The keys of a list to choose from. */
export const pickerKeyMap = [
	{context: 'picker', keys: ['k', 'up', 'shift+up'], action: 'pickerUp', help: 'previous row'},
	{context: 'picker', keys: ['j', 'down', 'shift+down'], action: 'pickerDown', help: 'next row'},
	{context: 'picker', keys: ['space', 'enter'], action: 'pick', help: 'show or hide the column'},
	{context: 'picker', keys: ['s'], action: 'keepPicked', help: 'keep the columns for the next start'},
	{context: 'picker', keys: ['r'], action: 'resetPicked', help: 'let the width decide about the columns'},
	{context: 'picker', keys: ['C', 'q'], action: 'closePicker', help: 'close'},
] as const satisfies readonly ScreenKey[];
