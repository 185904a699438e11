import {describe} from 'node:test';
import type {ActionIn} from '../../../source/ui/screen/keymap.js';
import {type KeyCase, type KeyCases, type Seen, testKeys} from '../../helpers/key-cases.js';
import {longAnswer} from '../../helpers/rich-recording.js';
import {focusOf, lastCopied, promptWithCursor} from '../../helpers/screen-facts.js';

/** The selected row of the list. */
const selected = ({frame}: Seen) =>
	Number(/^▸ *(\d+)/.exec(frame.rows.find(row => row.startsWith('▸')) ?? '')?.[1]);

const moves = (from: readonly string[], before: number, after: number): KeyCase => ({
	from: ['T', ...from],
	shows: selected,
	before,
	after,
});

const cases: KeyCases<ActionIn<'turns'>> = {
	turnsUp: moves([], 3, 2),
	turnsDown: moves(['g'], 1, 2),
	turnsPageUp: moves([], 3, 1),
	turnsPageDown: moves(['g'], 1, 3),
	turnsTop: moves([], 3, 1),
	turnsEnd: moves(['g'], 1, 3),
	goToTurn: {
		from: ['T', 'k'],
		shows: ({frame}) => [focusOf(frame), frame.panes[0]?.title.includes('turn 2 ·')],
		before: ['Turns', false],
		after: ['Conversation', true],
	},
	copyTurn: {
		from: ['T'],
		shows: ({chat, frame}) => [lastCopied(chat) === longAnswer.join(''), focusOf(frame)],
		before: [false, 'Turns'],
		after: [true, 'Turns'],
	},
	editTurn: {
		from: ['T', 'g'],
		shows: ({chat, frame}) => [focusOf(frame), promptWithCursor(chat, frame).startsWith('Show me code')],
		before: ['Turns', false],
		after: ['Prompt', true],
	},
	forkListedTurn: {
		from: ['T'],
		shows: ({frame}) => frame.status.includes('a new session that continues from the end of turn 3'),
		before: false,
		after: true,
	},
};

describe('the keys of the list of turns', () => {
	testKeys({context: 'turns', cases, panes: ['history']});
});
