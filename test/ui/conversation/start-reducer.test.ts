import assert from 'node:assert/strict';
import {test} from 'node:test';
import {selectHistory} from '../../../source/ui/conversation/select-history.js';
import {startLines} from '../../../source/ui/conversation/start-choices.js';
import {startAction} from '../../../source/ui/conversation/start-reducer.js';
import type {ScreenEffect} from '../../../source/ui/screen/screen-effect.js';
import {askedTurns} from '../../helpers/asked-turns.js';
import {pointAt, screenOf} from '../../helpers/drawn-pane.js';

const open = () => {
	const store = screenOf([]);
	const effects: ScreenEffect[] = [];
	store.onEffect(effect => effects.push(effect));
	const press = (...keys: readonly string[]) => {
		for (const key of keys) {
			const action = startAction(store.newest(), key);
			if (action !== null) {
				store.dispatch({name: action});
			}
		}
	};
	return {store, effects, press};
};

test('a number does what it names', () => {
	const {effects, press} = open();
	press('1', '2', '3', '4');
	assert.deepEqual(effects, [
		{name: 'start', choice: 'words'},
		{name: 'start', choice: 'thinking'},
		{name: 'start', choice: 'break'},
		{name: 'start', choice: 'last'},
	]);
});

test('the arrows choose, and Enter does nothing until they have', () => {
	const {store, effects, press} = open();
	press('enter', 'up');
	assert.deepEqual([store.state.startChoice, effects.length], [null, 0]);
	press('down', 'down', 'up', 'down', 'enter');
	assert.deepEqual(effects, [{name: 'start', choice: 'thinking'}]);
	press('down', 'up');
	assert.equal(store.state.startChoice, null);
	press('down', 'down', 'down', 'down', 'down');
	assert.equal(store.state.startChoice, 3);
});

test('once something was asked, and while a recording is played, its keys are free', () => {
	for (const key of ['1', '4', 'down']) {
		assert.equal(startAction(screenOf(askedTurns([['First', 'One.']])).state, key), null);
		assert.equal(startAction(screenOf([], {}, {isReplay: true}).state, key), null);
		assert.equal(startAction(screenOf([], {}, {isFollowed: true}).state, key), null);
		assert.equal(startAction(screenOf([], {focus: 'events'}).state, key), null);
	}
});

test('a click on a choice does it, and a click beside it does nothing but focus the conversation', () => {
	const {store, effects} = open();
	const content = selectHistory(store.newest()) ?? assert.fail();
	const row = content.lines.findIndex(line => line.includes('3 Break'));
	const y = content.place.y + 1 + row;
	const click = (x: number, at: number) => {
		pointAt(store, {kind: 'press', x, y: at});
		pointAt(store, {kind: 'release', x, y: at});
	};
	click(5, y);
	assert.deepEqual([effects, store.state.focus], [[{name: 'start', choice: 'break'}], 'prompt']);
	click(5, content.place.y + 1);
	assert.deepEqual([effects.length, store.state.focus], [1, 'history']);
});

test('each choice is what a person could have typed', () => {
	const question = 'Write me a 3 word sentence, without a preamble.';
	assert.deepEqual(startLines('words', 'chat'), [question]);
	assert.deepEqual(startLines('words', null), [question]);
	assert.deepEqual(startLines('words', 'tools'), ['/demo chat', question]);
	assert.equal(startLines('thinking', null)[0], '/thinking adaptive');
	assert.equal(startLines('thinking', 'chat')[0], '/demo thinking');
	assert.deepEqual(startLines('break', null), ['/demo cut-off', question]);
	assert.deepEqual(startLines('last', 'chat'), ['/sessions last']);
});
