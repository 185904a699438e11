import {describe} from 'node:test';
import type {ActionIn} from '../../../source/ui/screen/keymap.js';
import {type KeyCase, type KeyCases, type Seen, testKeys} from '../../helpers/key-cases.js';
import {
	fieldOf,
	focusOf,
	openTab,
	playheadOf,
	saidCopied,
	selectedEvent,
} from '../../helpers/screen-facts.js';

const type = (text: string): readonly string[] => [...text, 'enter'];
const at = (number: number): readonly string[] => type(`:${number}`);

/** From one selected event to another. */
const selects = (
	from: readonly string[],
	before: number | 'follows',
	after: number | 'follows',
): KeyCase => ({
	from,
	shows: ({frame}) => selectedEvent(frame),
	before,
	after,
});

/** A field opens in the place of the status line. */
const opensField = (title: string): KeyCase => ({
	shows: ({frame}) => fieldOf(frame),
	before: null,
	after: title,
	back: ['escape'],
});

/** How many rows the log has, as its title says. */
const rowsOfLog = ({frame}: Seen) =>
	/Events (\d+(?: rows of \d+)?)/.exec(
		frame.panes.find(({title}) => title.startsWith('Events'))?.title ?? '',
	)?.[1];

const ping = JSON.stringify({type: 'ping'}, null, 2);

const cases: KeyCases<ActionIn<'events'>> = {
	logUp: selects([], 'follows', 112),
	logDown: selects(['g'], 1, 2),
	logPageUp: selects([], 'follows', 96),
	logPageDown: selects(['g'], 1, 18),
	logTop: [
		selects([], 'follows', 1),
		{player: 'replay', shows: ({frame}) => selectedEvent(frame), before: 'follows', after: 1},
	],
	logTail: [
		selects(['g'], 1, 'follows'),
		{from: [...at(5), 'o'], shows: ({frame}) => playheadOf(frame), before: '5/113', after: 'live'},
	],
	eventTab: {from: at(9), shows: ({frame}) => openTab(frame), before: 'Message', after: 'Event'},
	openSearch: opensField('Search'),
	searchNext: selects(['g', ...type('/answer')], 30, 31),
	searchPrevious: selects(['g', ...type('/answer'), 'n'], 31, 30),
	openFilter: opensField('Filter'),
	clearFilter: {from: type('fping'), shows: rowsOfLog, before: '1', after: '113'},
	toggleRuns: {shows: rowsOfLog, before: '113', after: '29 rows of 113', back: 'again'},
	toggleChunks: {
		shows: ({frame}) => frame.panes.find(({title}) => title.startsWith('Events'))?.rows[0]?.includes('read'),
		before: false,
		after: true,
		back: 'again',
	},
	openViews: {shows: ({frame}) => focusOf(frame), before: 'Events', after: 'Views', back: ['escape']},
	openColumns: {shows: ({frame}) => focusOf(frame), before: 'Events', after: 'Columns', back: ['escape']},
	nextError: [selects(['g'], 1, 24), selects(at(24), 24, 25)],
	previousError: [selects([], 'follows', 25), selects(at(25), 25, 24)],
	nextGap: [selects(['g'], 1, 6), selects(['g', 'p'], 6, 13)],
	previousGap: [selects([], 'follows', 13), selects(['P'], 13, 6)],
	nextSame: selects(at(4), 4, 10),
	previousSame: selects(at(10), 10, 4),
	toggleBookmark: {
		from: [...at(5), 'm', 'j'],
		shows: ({frame}) => frame.status.includes('#5 to #6: 1.50 s, 1 event'),
		before: false,
		after: true,
		back: ['m', 'k', 'm'],
	},
	copyEvent: {from: at(9), shows: seen => saidCopied(seen) === ping, before: false, after: true},
	copyRange: {
		from: [...at(5), 'm', 'j', 'm'],
		shows: seen => saidCopied(seen)?.startsWith('[\n') ?? false,
		before: false,
		after: true,
	},
	toggleRaw: {
		from: [...at(9), '2'],
		shows: ({frame}) => [openTab(frame), frame.inspector.includes('data: {"type":"ping"}')],
		before: ['Event', false],
		after: ['Event', true],
		back: 'again',
	},
};

describe('the keys of the event log', () => {
	testKeys({context: 'events', cases, panes: ['events']});
});
