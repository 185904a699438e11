import type {OptionName} from './options.js';

/** The options of every command that shows a trace in the screen, without a prompt. */
export const screenOptions: readonly OptionName[] = [
	'theme',
	'widthModel',
	'kittyKeyboard',
	'alternateScreen',
	'mouse',
	'title',
	'notify',
	'bell',
	'markdown',
	'events',
	'split',
	'log',
	'inspector',
	'logShare',
	'columns',
	'views',
	'screenReader',
	'keys',
];
