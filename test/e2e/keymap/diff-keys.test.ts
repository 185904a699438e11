import {describe} from 'node:test';
import type {ActionIn} from '../../../source/ui/screen/keymap.js';
import {type KeyCase, type KeyCases, type Seen, testKeys} from '../../helpers/key-cases.js';
import {focusOf, saidCopied, selectedEvent} from '../../helpers/screen-facts.js';

/** Opens the first exchange beside the third one. */
const open = ['x', 'g', 'D', 'G', 'D'];

/** The beginning of the selected row. */
const selected = ({frame}: Seen) =>
	/▸ *([^ ]+(?: [^ ]+)?)/.exec(frame.rows.find(row => row.startsWith('▸')) ?? '')?.[1];

const isAtTop = ({frame}: Seen) => frame.rows.some(row => row.startsWith('▸The content'));

const moves = (from: readonly string[], before: string, after: string): KeyCase => ({
	from: [...open, ...from],
	shows: selected,
	before,
	after,
});

const says = (from: readonly string[], words: string): KeyCase => ({
	from: [...open, ...from],
	shows: ({frame}) => frame.status.includes(words),
	before: false,
	after: true,
});

const cases: KeyCases<ActionIn<'diff'>> = {
	diffUp: moves(['j'], 'exchange 1:', 'The content'),
	diffDown: moves([], 'The content', 'exchange 1:'),
	diffPageUp: {from: [...open, 'pagedown'], shows: isAtTop, before: false, after: true},
	diffPageDown: {from: open, shows: isAtTop, before: true, after: false},
	diffTop: moves(['j'], 'exchange 1:', 'The content'),
	diffEnd: moves([], 'The content', '#16 msg_stop'),
	nextDifference: says([], 'difference 1 of'),
	previousDifference: says(['n', 'n'], 'difference 1 of'),
	diffLeft: {
		from: [...open, 'l'],
		shows: ({frame}) => frame.rows.some(row => row.includes('Enter goes to the left')),
		before: false,
		after: true,
	},
	diffRight: {
		from: open,
		shows: ({frame}) => frame.rows.some(row => row.includes('Enter goes to the right')),
		before: false,
		after: true,
	},
	goToDiffEvent: {
		from: [...open, 'n'],
		shows: ({frame}) => [focusOf(frame), focusOf(frame) === 'Events' ? selectedEvent(frame) : null],
		before: ['Diff', null],
		after: ['Events', 4],
	},
	toggleDiffWhole: [says(['d'], 'are folded'), says([], 'all events are shown')],
	copyDiff: {
		from: open,
		shows: seen => /^The content differs/.test(saidCopied(seen) ?? ''),
		before: false,
		after: true,
	},
	closeDiff: {from: open, shows: ({frame}) => focusOf(frame), before: 'Diff', after: 'Exchanges'},
};

describe('the keys of two exchanges side by side', () => {
	testKeys({context: 'diff', cases, panes: ['history']});
});
