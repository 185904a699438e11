import {describe} from 'node:test';
import type {ActionIn} from '../../../source/ui/screen/keymap.js';
import {type KeyCase, type KeyCases, type Seen, testKeys} from '../../helpers/key-cases.js';
import {fieldOf, focusOf, selectedEvent} from '../../helpers/screen-facts.js';

/** The selected row of the list. */
const selected = ({frame}: Seen) =>
	Number(/^▸ *(\d+)/.exec(frame.rows.find(row => row.startsWith('▸')) ?? '')?.[1]);

/** The exchanges in the list, from its top. */
const listed = ({frame}: Seen) =>
	frame.rows.flatMap(row => {
		const [, number] = /^[ ▸] {1,5}(\d+) .*(?:end_turn|failed) /.exec(row) ?? [];
		return number === undefined ? [] : [Number(number)];
	});

const moves = (from: readonly string[], before: number, after: number): KeyCase => ({
	from: ['x', ...from],
	shows: selected,
	before,
	after,
});

const cases: KeyCases<ActionIn<'exchanges'>> = {
	exchangesUp: moves([], 3, 2),
	exchangesDown: moves(['g'], 1, 2),
	exchangesPageUp: moves([], 3, 1),
	exchangesPageDown: moves(['g'], 1, 3),
	exchangesTop: moves([], 3, 1),
	exchangesEnd: moves(['g'], 1, 3),
	goToExchange: {
		from: ['x', 'g'],
		shows: ({frame}) => [focusOf(frame), focusOf(frame) === 'Events' ? selectedEvent(frame) : null],
		before: ['Exchanges', null],
		after: ['Events', 1],
	},
	sortExchanges: {
		from: ['x'],
		shows: ({frame}) => frame.status.includes('sorted by time'),
		before: false,
		after: true,
	},
	reverseExchanges: {from: ['x'], shows: listed, before: [1, 2, 3], after: [3, 2, 1], back: 'again'},
	openFilter: {
		from: ['x'],
		shows: ({frame}) => fieldOf(frame),
		before: null,
		after: 'Filter',
		back: ['escape'],
	},
	openSearch: {
		from: ['x'],
		shows: ({frame}) => fieldOf(frame),
		before: null,
		after: 'Search',
		back: ['escape'],
	},
	searchNext: moves(['g', ...'/type:request', 'enter'], 2, 3),
	searchPrevious: moves(['g', ...'/type:request', 'enter'], 2, 1),
	clearFilter: {from: ['x', ...'fexchange:2', 'enter'], shows: listed, before: [2], after: [1, 2, 3]},
	releaseHold: {
		player: 'replay',
		from: ['x'],
		shows: ({frame}) => frame.status.includes('no stream is held'),
		before: false,
		after: true,
	},
	markForDiff: [
		{
			from: ['x', 'g'],
			shows: ({frame}) => frame.status.includes('exchange 1 is marked'),
			before: false,
			after: true,
		},
		{
			from: ['x', 'g', 'j'],
			shows: ({frame}) => focusOf(frame),
			before: 'Exchanges',
			after: 'Diff',
		},
	],
	toggleExchanges: {
		from: ['x'],
		shows: ({frame}) => focusOf(frame),
		before: 'Exchanges',
		after: 'Conversation',
	},
};

describe('the keys of the list of exchanges', () => {
	testKeys({context: 'exchanges', cases, panes: ['history']});
});
