import {describe} from 'node:test';
import type {ActionIn} from '../../../source/ui/screen/keymap.js';
import {type KeyCase, type KeyCases, type Seen, testKeys} from '../../helpers/key-cases.js';
import {noteOf, openTab, saidCopied} from '../../helpers/screen-facts.js';

const showsTab = (from: readonly string[], before: string, after: string): KeyCase => ({
	from,
	shows: ({frame}) => openTab(frame),
	before,
	after,
});

/** Which rows of the tab are in sight, as the pane's upper edge says. */
const rowsInSight = ({frame}: Seen) => noteOf(frame, openTab(frame)).replace(/^exchange 3 of 3 +/, '');

const scrolls = (from: readonly string[], before: string, after: string): KeyCase => ({
	from: ['5', ...from],
	shows: rowsInSight,
	before,
	after,
});

const cases: KeyCases<ActionIn<'inspector'>> = {
	previousTab: [showsTab(['3'], 'Timeline', 'Event'), showsTab([], 'Message', 'Bytes')],
	nextTab: [showsTab(['3'], 'Timeline', 'Usage'), showsTab(['8'], 'Bytes', 'Message')],
	inspectorUp: scrolls(['j', 'j'], '3–16 of 75', '2–15 of 75'),
	inspectorDown: scrolls(['j'], '2–15 of 75', '3–16 of 75'),
	inspectorPageUp: scrolls(['pagedown', 'pagedown'], '29–42 of 75', '15–28 of 75'),
	inspectorPageDown: scrolls([], '1–14 of 75', '15–28 of 75'),
	inspectorTop: scrolls(['pagedown'], '15–28 of 75', '1–14 of 75'),
	inspectorEnd: scrolls([], '1–14 of 75', '62–75 of 75'),
	cursorLeft: showsTab([], 'Message', 'Timeline'),
	cursorRight: showsTab([], 'Message', 'Timeline'),
	zoomIn: {
		from: ['3'],
		shows: ({frame}) => frame.status.includes('zoomed ×2'),
		before: false,
		after: true,
		back: ['-'],
	},
	zoomOut: {
		from: ['3', '+', '+'],
		shows: ({frame}) => frame.status.includes('zoomed ×2'),
		before: false,
		after: true,
		back: ['-'],
	},
	toggleAllStatistics: {
		from: ['7'],
		shows: ({frame}) => frame.inspector.includes('3 exchanges ·'),
		before: false,
		after: true,
		back: 'again',
	},
	toggleFold: {
		from: ['j'],
		shows: ({frame}) => frame.inspector.includes('{ … 8 keys }'),
		before: false,
		after: true,
		back: 'again',
	},
	toggleRaw: [
		{
			from: [...':9', 'enter', '2'],
			shows: ({frame}) => [openTab(frame), frame.inspector.includes('data: {"type":"ping"}')],
			before: ['Event', false],
			after: ['Event', true],
			back: 'again',
		},
		{
			from: [...':9', 'enter', '8'],
			shows: ({frame}) => frame.inspector.includes('65 76 65 6e 74'),
			before: false,
			after: true,
			back: 'again',
		},
	],
	copyTab: [
		{
			shows: seen => /^\{\s+"id": "msg_3"/.test(saidCopied(seen) ?? ''),
			before: false,
			after: true,
		},
		{
			from: ['5'],
			shows: seen => /^curl /.test(saidCopied(seen) ?? ''),
			before: false,
			after: true,
		},
		{
			from: ['5', 'y'],
			shows: seen => /^import Anthropic/.test(saidCopied(seen) ?? ''),
			before: false,
			after: true,
		},
		{
			from: ['5', 'y', 'y'],
			shows: seen => /^import anthropic/.test(saidCopied(seen) ?? ''),
			before: false,
			after: true,
		},
	],
};

describe('the keys of the inspector', () => {
	testKeys({context: 'inspector', cases, panes: ['inspector']});
});
