import type {ScreenKey} from '../screen/screen-key.js';

/** The keys of the list of exchanges. */
export const exchangesKeyMap = [
	{context: 'exchanges', keys: ['k', 'up', 'shift+up'], action: 'exchangesUp', help: 'previous attempt'},
	{context: 'exchanges', keys: ['j', 'down', 'shift+down'], action: 'exchangesDown', help: 'next attempt'},
	{context: 'exchanges', keys: ['pageup', 'ctrl+b'], action: 'exchangesPageUp', help: 'one page up'},
	{context: 'exchanges', keys: ['pagedown', 'ctrl+f'], action: 'exchangesPageDown', help: 'one page down'},
	{context: 'exchanges', keys: ['g', 'home'], action: 'exchangesTop', help: 'first attempt'},
	{context: 'exchanges', keys: ['G', 'end'], action: 'exchangesEnd', help: 'last attempt'},
	{context: 'exchanges', keys: ['enter'], action: 'goToExchange', help: 'go to its request in the event log'},
	{context: 'exchanges', keys: ['s'], action: 'sortExchanges', help: 'sort by the next column'},
	{context: 'exchanges', keys: ['S'], action: 'reverseExchanges', help: 'reverse the order'},
	{
		context: 'exchanges',
		keys: ['f'],
		action: 'openFilter',
		help: 'show exchanges with events that pass a filter',
	},
	{context: 'exchanges', keys: ['/'], action: 'openSearch', help: 'search the events of all exchanges'},
	{context: 'exchanges', keys: ['n'], action: 'searchNext', help: 'next exchange with a match'},
	{context: 'exchanges', keys: ['N'], action: 'searchPrevious', help: 'previous exchange with a match'},
	{context: 'exchanges', keys: ['F'], action: 'clearFilter', help: 'show all exchanges'},
	{
		context: 'exchanges',
		keys: ['H'],
		action: 'releaseHold',
		help: 'let the stream go on that the tap holds',
		only: 'replay',
	},
	{
		context: 'exchanges',
		keys: ['D'],
		action: 'markForDiff',
		help: 'mark the exchange; on a second one, show both side by side',
	},
	{context: 'exchanges', keys: ['x', 'q'], action: 'toggleExchanges', help: 'close'},
] as const satisfies readonly ScreenKey[];
