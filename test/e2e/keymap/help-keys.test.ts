import {describe} from 'node:test';
import type {ActionIn} from '../../../source/ui/screen/keymap.js';
import {type KeyCase, type KeyCases, testKeys} from '../../helpers/key-cases.js';
import type {ChatFrame} from '../../helpers/open-chat.js';
import {focusOf, noteOf} from '../../helpers/screen-facts.js';

/** What is searched for in the help. */
const searchIn = (frame: ChatFrame): string => /^\/ (.*)▏/.exec(noteOf(frame, 'Keys'))?.[1] ?? '';

/** From one first row in sight to another. */
const scrolls = (from: readonly string[], before: number, after: number): KeyCase => ({
	from: ['f1', ...from],
	shows: ({frame}) => Number(/^\d+/.exec(noteOf(frame, 'Keys'))?.[0]),
	before,
	after,
});

const cases: KeyCases<ActionIn<'help'>> = {
	helpUp: scrolls(['down', 'down'], 3, 2),
	helpDown: scrolls(['down'], 2, 3),
	helpPageUp: scrolls(['pagedown', 'pagedown'], 69, 35),
	helpPageDown: scrolls([], 1, 35),
	helpTop: scrolls(['down', 'down'], 3, 1),
	helpEnd: {
		from: ['f1', 'down'],
		shows: ({frame}) => /(?:–|^)(\d+) of \1\b/.test(noteOf(frame, 'Keys')),
		before: false,
		after: true,
	},
	eraseInHelp: {
		from: ['f1', 'p', 'r'],
		shows: ({frame}) => searchIn(frame),
		before: 'pr',
		after: 'p',
	},
	clearHelp: {from: ['f1', 'p', 'r'], shows: ({frame}) => searchIn(frame), before: 'pr', after: ''},
	toggleHelp: {from: ['f1'], shows: ({frame}) => focusOf(frame), before: 'Keys', after: 'Events'},
};

describe('the keys of the help', () => {
	testKeys({context: 'help', cases, panes: ['events']});
});
