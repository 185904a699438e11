import {describe} from 'node:test';
import type {ActionIn} from '../../../source/ui/screen/keymap.js';
import {type KeyCases, type Seen, testKeys} from '../../helpers/key-cases.js';
import {fieldOf, focusOf, titlesOf} from '../../helpers/screen-facts.js';

/** The filter of the log, as its title says. */
const filterOf = ({frame}: Pick<Seen, 'frame'>) =>
	/filter: (\S+)/.exec(frame.panes.find(({title}) => title.startsWith('Events'))?.title ?? '')?.[1] ?? '';

const cases: KeyCases<ActionIn<'views'>> = {
	applyView: {from: ['v', 'j'], shows: filterOf, before: '', after: '!type:ping', back: ['F']},
	// The built-in views have the numbers 1 to 5.
	applyNumberedView: {
		from: ['v'],
		shows: ({key, frame}) =>
			Number(key) <= 5 ? filterOf({frame}) !== '' : frame.status.includes(`there is no view ${key}`),
		before: false,
		after: true,
		back: ['F'],
	},
	clearFilter: {from: [...'fping', 'enter', 'v'], shows: filterOf, before: 'ping', after: ''},
	openViewName: {
		from: [...'fping', 'enter', 'v'],
		shows: ({frame}) => fieldOf(frame),
		before: null,
		after: 'Keep the filter as',
		back: ['escape'],
	},
	dropView: {
		from: ['v'],
		shows: ({frame}) => frame.status.includes('only views of your own can be removed'),
		before: false,
		after: true,
	},
	closePicker: {
		from: ['v'],
		shows: ({frame}) => [focusOf(frame), titlesOf(frame).includes('Views')],
		before: ['Views', true],
		after: ['Events', false],
	},
};

describe('the keys of the list of views', () => {
	testKeys({context: 'views', cases, panes: ['events']});
});
