import {describe} from 'node:test';
import type {ActionIn} from '../../../source/ui/screen/keymap.js';
import {type KeyCase, type KeyCases, type Seen, testKeys} from '../../helpers/key-cases.js';
import {lastCopied, noteOf, openTab} from '../../helpers/screen-facts.js';

const showsTab = (from: readonly string[], before: string, after: string): KeyCase => ({
	from,
	shows: ({frame}) => openTab(frame),
	before,
	after,
});

/** Which rows of the tab are in sight, as the pane's upper edge says. */
const rowsInSight = ({frame}: Seen) => noteOf(frame, openTab(frame));

const scrolls = (from: readonly string[], before: string, after: string): KeyCase => ({
	from: ['5', ...from],
	shows: rowsInSight,
	before,
	after,
});

const cases: KeyCases<ActionIn<'inspector'>> = {
	previousTab: [showsTab(['3'], 'Timeline', 'Event'), showsTab([], 'Message', 'Findings')],
	nextTab: [showsTab(['3'], 'Timeline', 'Usage'), showsTab(['6'], 'Findings', 'Message')],
	inspectorUp: scrolls(['j', 'j'], '3–15 of 73', '2–14 of 73'),
	inspectorDown: scrolls(['j'], '2–14 of 73', '3–15 of 73'),
	inspectorPageUp: scrolls(['pagedown', 'pagedown'], '27–39 of 73', '14–26 of 73'),
	inspectorPageDown: scrolls([], '1–13 of 73', '14–26 of 73'),
	inspectorTop: scrolls(['pagedown'], '14–26 of 73', '1–13 of 73'),
	inspectorEnd: scrolls([], '1–13 of 73', '61–73 of 73'),
	toggleFold: {
		from: ['j'],
		shows: ({frame}) => frame.inspector.includes('{ … 8 keys }'),
		before: false,
		after: true,
		back: 'again',
	},
	toggleRaw: {
		from: [...':9', 'enter', '2'],
		shows: ({frame}) => [openTab(frame), frame.inspector.includes('data: {"type":"ping"}')],
		before: ['Event', false],
		after: ['Event', true],
		back: 'again',
	},
	copyTab: [
		{
			shows: ({chat}) => /^\{\s+"id": "msg_3"/.test(lastCopied(chat) ?? ''),
			before: false,
			after: true,
		},
		{
			from: ['5'],
			shows: ({chat}) => /^curl /.test(lastCopied(chat) ?? ''),
			before: false,
			after: true,
		},
		{
			from: ['5', 'y'],
			shows: ({chat}) => /^import Anthropic/.test(lastCopied(chat) ?? ''),
			before: false,
			after: true,
		},
		{
			from: ['5', 'y', 'y'],
			shows: ({chat}) => /^import anthropic/.test(lastCopied(chat) ?? ''),
			before: false,
			after: true,
		},
	],
};

describe('the keys of the inspector', () => {
	testKeys({context: 'inspector', cases, panes: ['inspector']});
});
