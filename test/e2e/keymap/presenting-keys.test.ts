import {describe} from 'node:test';
import type {ActionIn} from '../../../source/ui/screen/keymap.js';
import {type KeyCases, testKeys} from '../../helpers/key-cases.js';
import {playheadOf} from '../../helpers/screen-facts.js';

const cases: KeyCases<ActionIn<'presenting'>> = {
	guessNext: {
		from: ['f2', ','],
		shows: ({frame}) => frame.panes.some(({title}) => title.includes('hidden')),
		before: false,
		after: true,
		back: ['f2', '0'],
	},
	stepForward: {
		from: ['f2', ',', ','],
		shows: ({frame}) => playheadOf(frame),
		before: '111/113',
		after: '112/113',
		back: [',', 'f2'],
	},
	stepBack: {
		from: ['f2'],
		shows: ({frame}) => playheadOf(frame),
		before: 'live',
		after: '112/113',
		back: ['0', 'f2'],
	},
};

describe('the keys while events are presented', () => {
	testKeys({context: 'presenting', cases, panes: ['events']});
});
