import {describe} from 'node:test';
import type {ActionIn} from '../../../source/ui/screen/keymap.js';
import {type KeyCase, type KeyCases, testKeys} from '../../helpers/key-cases.js';

/** The choice that the arrows are at has a sign. */
const chosen = (from: readonly string[], before: string, after: string): KeyCase => ({
	player: 'start',
	from,
	shows: ({frame}) => /\d›([A-Z][a-z]+)/.exec(frame.rows.join('\n'))?.[1] ?? '',
	before,
	after,
});

/** What the conversation shows once the key was pressed. */
const shows = (words: RegExp): KeyCase => ({
	player: 'start',
	shows: ({frame}) => words.test(frame.rows.join('\n')),
	before: false,
	after: true,
});

const cases: KeyCases<ActionIn<'start'>> = {
	startDown: chosen([], '', 'Three'),
	startUp: chosen(['down', 'down'], 'Watch', 'Three'),
	startLast: shows(/There is no saved session yet/),
	startWords: shows(/complete .* in 22 out/),
	startThinking: shows(/demo: thinking/),
	startBreak: shows(/connection was lost/),
	startChosen: {...shows(/complete .* in 22 out/), from: ['down']},
};

describe('the keys of the start screen', () => {
	testKeys({context: 'start', cases, panes: ['prompt']});
});
