import {describe} from 'node:test';
import type {ActionIn} from '../../../source/ui/screen/keymap.js';
import {type KeyCase, type KeyCases, type Seen, testKeys} from '../../helpers/key-cases.js';
import {fieldOf, focusOf, openTab, playheadOf, playingOf} from '../../helpers/screen-facts.js';

const at = (number: number): readonly string[] => [...`:${number}`, 'enter'];

const showsTab = (from: string, before: string, after: string): KeyCase => ({
	from: [from],
	shows: ({frame}) => openTab(frame),
	before,
	after,
});

const paneOf = ({frame}: Seen, name: string) => frame.panes.find(({title}) => title.startsWith(name));

/** The pane's size changes, and the opposite key gives it back. */
const resizes = (
	size: (seen: Seen) => number | undefined,
	before: number,
	after: number,
	opposite: string,
): KeyCase => ({shows: size, before, after, back: [opposite]});

const widthOfHistory = (seen: Seen) => paneOf(seen, 'Conversation')?.width;
const heightOfLog = (seen: Seen) => paneOf(seen, 'Events')?.height;

const movesPlayhead = (
	from: readonly string[],
	before: string,
	after: string,
	player: 'chat' | 'replay' = 'chat',
): KeyCase => ({
	from,
	shows: ({frame}) => playheadOf(frame),
	before,
	after,
	...(player === 'replay' ? {player} : {}),
});

const opensField = (title: string): KeyCase => ({
	shows: ({frame}) => fieldOf(frame),
	before: null,
	after: title,
	back: ['escape'],
});

/** How the scrubber of the player says that it plays. */
const plays = (
	from: readonly string[],
	before: string,
	after: string,
	back: 'again' | readonly string[],
): KeyCase => ({player: 'replay', from, shows: ({frame}) => playingOf(frame), before, after, back});

const says = (words: string, back: 'again' | readonly string[]): KeyCase => ({
	shows: ({frame}) => frame.status.includes(words),
	before: false,
	after: true,
	back,
});

const cases: KeyCases<ActionIn<'panes'>> = {
	nextBookmark: says('no bookmarks: m sets one', ['1']),
	previousBookmark: says('no bookmarks: m sets one', ['1']),
	openNote: opensField('Note'),
	toggleHelp: {shows: ({frame}) => focusOf(frame) === 'Keys', before: false, after: true, back: 'again'},
	focusPrompt: {shows: ({frame}) => focusOf(frame) === 'Prompt', before: false, after: true},
	toggleZoom: {shows: ({frame}) => frame.panes.length, before: 4, after: 2, back: 'again'},
	narrowHistory: resizes(widthOfHistory, 50, 44, '}'),
	widenHistory: resizes(widthOfHistory, 50, 56, '{'),
	lowerLog: resizes(heightOfLog, 20, 16, ')'),
	raiseLog: resizes(heightOfLog, 20, 23, '('),
	messageTab: showsTab('3', 'Timeline', 'Message'),
	eventTab: showsTab('1', 'Message', 'Event'),
	timelineTab: showsTab('1', 'Message', 'Timeline'),
	usageTab: showsTab('1', 'Message', 'Usage'),
	requestTab: showsTab('1', 'Message', 'Request'),
	findingsTab: showsTab('1', 'Message', 'Findings'),
	statsTab: showsTab('1', 'Message', 'Stats'),
	bytesTab: showsTab('1', 'Message', 'Bytes'),
	playPause: [
		{...movesPlayhead([], 'live', '113/113'), back: 'again'},
		plays(at(5), '❚❚ 1×', '▶ 1×', 'again'),
	],
	stepForward: [
		movesPlayhead([...at(5), 'o'], '5/113', '6/113'),
		movesPlayhead(at(5), '5/113', '6/113', 'replay'),
	],
	stepBack: [movesPlayhead([], 'live', '112/113'), movesPlayhead(at(5), '5/113', '4/113', 'replay')],
	slower: [says('speed 0.5×', ['>']), plays([], '❚❚ 1×', '❚❚ 0.5×', ['>'])],
	faster: [says('speed 2×', ['<']), plays([], '❚❚ 1×', '❚❚ 2×', ['<'])],
	previousExchange: [
		movesPlayhead([], 'live', '26/113'),
		movesPlayhead(at(20), '20/113', '18/113', 'replay'),
	],
	nextExchange: [
		movesPlayhead([...at(5), 'o'], '5/113', '18/113'),
		movesPlayhead(at(20), '20/113', '26/113', 'replay'),
	],
	toggleExchanges: {
		shows: ({frame}) => frame.panes.some(({title}) => title.startsWith('Exchanges')),
		before: false,
		after: true,
		back: 'again',
	},
	openGoto: opensField('Go to'),
	openBreakpoint: opensField('Stop when'),
	releaseHold: {player: 'replay', ...says('no stream is held', ['1'])},
	toggleLoop: [says('loop on: Space plays', 'again'), plays([], '❚❚ 1×', '❚❚ 1× ↻', 'again')],
	playFromHere: movesPlayhead(at(5), 'live', '5/113'),
	goLive: [movesPlayhead([','], '112/113', 'live'), movesPlayhead(at(5), '5/113', '113/113', 'replay')],
	leaveReplay: {player: 'replay', exitCode: 0},
};

describe('the keys of every pane', () => {
	testKeys({context: 'panes', cases, panes: ['history', 'events', 'inspector']});
});
