import type {ScreenKey} from '../screen/screen-key.js';

/** The keys of the list of named views. */
export const viewsKeyMap = [
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
] as const satisfies readonly ScreenKey[];
