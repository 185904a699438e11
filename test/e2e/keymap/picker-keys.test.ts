import {describe} from 'node:test';
import type {ActionIn} from '../../../source/ui/screen/keymap.js';
import {type KeyCases, type Seen, testKeys} from '../../helpers/key-cases.js';
import {focusOf} from '../../helpers/screen-facts.js';

/** The selected row of the list of columns: whether it is shown, and its title. */
const selected = ({frame}: Seen) => /▸(\[.\] \S+)/.exec(frame.rows.join('\n'))?.[1];

const cases: KeyCases<ActionIn<'picker'>> = {
	pickerUp: {from: ['C', 'j'], shows: selected, before: '[ ] start', after: '[ ] time'},
	pickerDown: {from: ['C'], shows: selected, before: '[ ] time', after: '[ ] start'},
	pick: {from: ['C'], shows: selected, before: '[ ] time', after: '[x] time', back: 'again'},
	keepPicked: {
		from: ['C'],
		shows: ({frame}) => /columns is auto/.test(frame.status),
		before: false,
		after: true,
	},
	resetPicked: {from: ['C', 'space'], shows: selected, before: '[x] time', after: '[ ] time'},
	closePicker: {from: ['C'], shows: ({frame}) => focusOf(frame), before: 'Columns', after: 'Events'},
};

describe('the keys of the list of columns', () => {
	testKeys({context: 'picker', cases, panes: ['events']});
});
