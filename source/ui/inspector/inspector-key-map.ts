import type {ScreenKey} from '../screen/screen-key.js';

/** The keys of the inspector. */
export const inspectorKeyMap = [
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
] as const satisfies readonly ScreenKey[];
