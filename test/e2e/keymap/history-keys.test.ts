import {describe} from 'node:test';
import type {ActionIn} from '../../../source/ui/screen/keymap.js';
import {type KeyCase, type KeyCases, type Seen, testKeys} from '../../helpers/key-cases.js';
import {lastCode, longAnswer} from '../../helpers/rich-recording.js';
import {fieldOf, focusOf, lastCopied, noteOf, selectedEvent} from '../../helpers/screen-facts.js';

/** The first two rows of the conversation that are in sight, without the bar of a selected turn: every other one of the answer is empty. */
const topRows = ({frame}: Seen) =>
	frame.panes
		.find(({title}) => title.startsWith('Conversation'))
		?.rows.slice(0, 2)
		.map(row => row.replace(/^[▌┃]/, '').trim());

const line = (number: number) => `Line ${number} of the answer.`;

const scrolls = (from: readonly string[], before: readonly string[], after: readonly string[]): KeyCase => ({
	from,
	shows: topRows,
	before,
	after,
});

const tail = ['', line(64)];
const beginning = ['You', 'Show me code'];

const find = ['/', ...'Line', 'space', '7', 'enter'];

const cases: KeyCases<ActionIn<'history'>> = {
	nextPiece: {
		from: ['g'],
		shows: ({frame}) => [selectedEvent(frame), frame.status.includes('#5 arrived at 160 ms')],
		before: ['follows', false],
		after: [5, true],
	},
	previousPiece: {
		from: ['g', 'l', 'l'],
		shows: ({frame}) => [selectedEvent(frame), frame.status.includes('#5 arrived at 160 ms')],
		before: [6, false],
		after: [5, true],
	},
	historyUp: scrolls([], tail, [line(63), '']),
	historyDown: scrolls(['k', 'k'], ['', line(63)], [line(63), '']),
	historyPageUp: scrolls([], tail, [line(47), '']),
	historyPageDown: scrolls(['g'], beginning, ['', line(4)]),
	historyTurnUp: scrolls([], tail, ['You', 'Now a long one']),
	historyTurnDown: scrolls(['g'], beginning, ['You', 'Try to fail']),
	listTurns: {shows: ({frame}) => focusOf(frame), before: 'Conversation', after: 'Turns', back: ['escape']},
	historyTop: scrolls([], tail, beginning),
	historyTail: scrolls(['g'], beginning, tail),
	toggleThinking: {
		from: ['g'],
		shows: ({frame}) => frame.conversation.includes('First I count the words.'),
		before: false,
		after: true,
		back: 'again',
	},
	scrollCodeRight: {
		from: ['g'],
		shows: ({frame}) => frame.status.includes('no code in sight goes on to the right'),
		before: false,
		after: true,
	},
	scrollCodeLeft: {
		from: ['g'],
		shows: ({frame}) => frame.status.includes('long lines of code are wrapped'),
		before: false,
		after: true,
	},
	toggleMarkdown: {
		from: ['g'],
		shows: ({frame}) => frame.conversation.includes('**the code**'),
		before: false,
		after: true,
		back: 'again',
	},
	openFind: {
		shows: ({frame}) => fieldOf(frame),
		before: null,
		after: 'Find',
		back: ['escape'],
	},
	findNext: {
		from: ['g', ...find],
		shows: ({frame}) => /hit \d+ of \d+/.exec(frame.status)?.[0],
		before: 'hit 1 of 11',
		after: 'hit 2 of 11',
	},
	findPrevious: {
		from: ['g', ...find, 'n'],
		shows: ({frame}) => /hit \d+ of \d+/.exec(frame.status)?.[0],
		before: 'hit 2 of 11',
		after: 'hit 1 of 11',
	},
	writeResult: {
		player: 'calls',
		shows: ({frame}) => frame.status.includes('Result:'),
		before: false,
		after: true,
		back: ['escape'],
	},
	reportError: {
		player: 'calls',
		shows: ({frame}) => frame.status.includes('Error:'),
		before: false,
		after: true,
		back: ['escape'],
	},
	runCall: {
		player: 'calls',
		shows: ({frame}) => frame.conversation.includes('Run sleep 60? Enter runs it, Esc does not.'),
		before: false,
		after: true,
		back: ['escape'],
	},
	confirmCall: {
		player: 'calls',
		from: ['c'],
		shows: ({frame}) => frame.conversation.includes('running sleep 60'),
		before: false,
		after: true,
		back: ['escape'],
	},
	previousError: {shows: ({frame}) => selectedEvent(frame), before: 'follows', after: 25},
	nextGap: {from: [':', '1', 'enter'], shows: ({frame}) => selectedEvent(frame), before: 1, after: 6},
	previousGap: {shows: ({frame}) => selectedEvent(frame), before: 'follows', after: 13},
	clearFilter: {
		from: [...'fping', 'enter'],
		shows: ({frame}) => noteOf(frame, 'Events').includes('filter: ping'),
		before: true,
		after: false,
	},
	forkTurn: [
		{
			shows: ({frame}) => fieldOf(frame),
			before: null,
			after: 'Filter',
			back: ['escape'],
		},
		{
			from: ['['],
			shows: ({frame}) => frame.status.includes('a new session that continues from the end of turn 3'),
			before: false,
			after: true,
		},
	],
	copyAnswer: {
		shows: ({chat, frame}) => [
			lastCopied(chat) === longAnswer.join(''),
			frame.status.includes('answer copied'),
		],
		before: [false, false],
		after: [true, true],
	},
	copyCode: {
		shows: ({chat, frame}) => [lastCopied(chat) === lastCode, frame.status.includes('code block copied')],
		before: [false, false],
		after: [true, true],
	},
};

describe('the keys of the conversation', () => {
	testKeys({context: 'history', cases, panes: ['history']});
});
