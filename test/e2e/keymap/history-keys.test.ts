import {describe} from 'node:test';
import type {ActionIn} from '../../../source/ui/screen/keymap.js';
import {type KeyCase, type KeyCases, type Seen, testKeys} from '../../helpers/key-cases.js';
import {lastCode, longAnswer} from '../../helpers/rich-recording.js';
import {lastCopied, selectedEvent} from '../../helpers/screen-facts.js';

/** The first two rows of the conversation that are in sight: every other one of the answer is empty. */
const topRows = ({frame}: Seen) =>
	frame.panes
		.find(({title}) => title.startsWith('Conversation'))
		?.rows.slice(0, 2)
		.map(row => row.replace('▌', '').trim());

const line = (number: number) => `Line ${number} of the answer.`;

const scrolls = (from: readonly string[], before: readonly string[], after: readonly string[]): KeyCase => ({
	from,
	shows: topRows,
	before,
	after,
});

const tail = ['', line(64)];
const beginning = ['You', 'Show me code'];

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
	historyPageDown: scrolls(['g'], beginning, [line(4), '']),
	historyTurnUp: scrolls([], tail, ['You', 'Now a long one']),
	historyTurnDown: scrolls(['g'], beginning, ['You', 'Try to fail']),
	historyTop: scrolls([], tail, beginning),
	historyTail: scrolls(['g'], beginning, tail),
	toggleThinking: {
		from: ['g'],
		shows: ({frame}) => frame.conversation.includes('First I count the words.'),
		before: false,
		after: true,
		back: 'again',
	},
	toggleMarkdown: {
		from: ['g'],
		shows: ({frame}) => frame.conversation.includes('**the code**'),
		before: false,
		after: true,
		back: 'again',
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
