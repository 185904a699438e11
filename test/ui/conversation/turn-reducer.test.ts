import assert from 'node:assert/strict';
import {test} from 'node:test';
import {History} from '../../../source/ui/conversation/history.js';
import {selectHistory} from '../../../source/ui/conversation/select-history.js';
import {selectPosition} from '../../../source/ui/events/select-log.js';
import type {ScreenEffect} from '../../../source/ui/screen/screen-effect.js';
import type {ScreenState} from '../../../source/ui/screen/screen-state.js';
import {askedTurns} from '../../helpers/asked-turns.js';
import {keysOf, paneOf, rowsOf, screenOf} from '../../helpers/drawn-pane.js';

const code = '```js\none\n```\n\ntext\n\n```sh\ntwo\n```\n';
const turns = askedTurns([
	['First', 'Answer one.'],
	['Second', code],
	['Third', 'Answer three.'],
]);

const opened = (state: Partial<ScreenState> = {}, isReplay = false) => {
	const store = screenOf(turns, {focus: 'history', ...state}, {isReplay});
	const effects: ScreenEffect[] = [];
	store.onEffect(effect => effects.push(effect));
	const copied = () => effects.flatMap(effect => (effect.name === 'copy' ? [effect.text] : [])).at(-1);
	return {store, keys: keysOf(store), effects, copied};
};

test('[ selects the newest turn and then the one before it; ] comes back', () => {
	const {store, keys} = opened();
	const visited = (
		['historyTurnUp', 'historyTurnUp', 'historyTurnUp', 'historyTurnUp', 'historyTurnDown'] as const
	).map(key => {
		keys[key]();
		return store.newest().turn;
	});
	assert.deepEqual(visited, [3, 2, 1, 1, 2]);
});

test('the selected turn has a bar, and the title says what can be done with it', () => {
	const {store, keys} = opened();
	keys.historyTurnUp();
	const rows = rowsOf(paneOf(History, selectHistory(store.newest())));
	assert.match(rows[0] ?? '', /turn 3 · y copy {2}Y code {2}e edit {2}f fork {2}Enter events/);
	assert.deepEqual(
		rows.filter(row => row.startsWith('┃')).map(row => row.slice(1).trim()),
		['You', 'Third', '', 'Claude · claude-haiku-5-5', 'Answer three.', ''],
	);
});

test('y copies the answer of the selected turn, and without a selection the last one', () => {
	const {keys, copied} = opened();
	keys.copyAnswer();
	assert.equal(copied(), 'Answer three.');
	keys.historyTurnUp();
	keys.historyTurnUp();
	keys.historyTurnUp();
	keys.copyAnswer();
	assert.equal(copied(), 'Answer one.');
});

test('Y asks for the number of a code block if the selected turn has several', () => {
	const {store, keys, copied} = opened({turn: 2});
	keys.copyCode();
	assert.equal(store.newest().field?.kind, 'code');
	store.dispatch({name: 'submitField', value: '1'});
	assert.equal(copied(), 'one\n');
	keys.copyCode();
	store.dispatch({name: 'submitField', value: ''});
	assert.equal(copied(), 'two\n');
	for (const wrong of ['3', '0', '-1', '1e0', 'x']) {
		keys.copyCode();
		store.dispatch({name: 'submitField', value: wrong});
		assert.match(store.newest().notice ?? '', /^enter a number from 1 to 2/, wrong);
	}
});

test('e and f ask for the edit or the fork of the selected turn', () => {
	const {store, keys, effects} = opened({turn: 2});
	keys.forkTurn();
	keys.reportError();
	assert.deepEqual(effects, [
		{name: 'forkTurn', exchange: 2},
		{name: 'editTurn', exchange: 2},
	]);
	assert.equal(store.newest().focus, 'prompt');
});

test('while a recording is played, nothing can be edited or forked', () => {
	const {store, keys, effects} = opened({turn: 2}, true);
	for (const key of ['forkTurn', 'reportError'] as const) {
		keys[key]();
		assert.match(store.newest().notice ?? '', /in the chat, not while a recording is played/);
	}

	assert.deepEqual(effects, []);
});

test('Enter shows the events of the selected turn', () => {
	const {store, keys} = opened({turn: 2});
	keys.confirmCall();
	assert.equal(store.newest().focus, 'events');
	assert.equal(store.newest().trace.at(selectPosition(store.newest()))?.exchange, 2);
});

test('the first Esc drops the selection, the second goes to the prompt', () => {
	const {store, keys} = opened({turn: 2});
	keys.escape();
	assert.deepEqual([store.newest().turn, store.newest().focus], [null, 'history']);
	keys.escape();
	assert.equal(store.newest().focus, 'prompt');
});

test('a selected turn that is out of sight does not pull the conversation back', () => {
	const many = askedTurns(
		Array.from({length: 20}, (_, index) => [`Question ${index}`, 'Yes.\n\nNo.'] as const),
	);
	const store = screenOf(many, {focus: 'history', turn: 20});
	keysOf(store).historyTop();
	keysOf(store).historyTurnDown();
	assert.equal(store.newest().turn, 2);
});

test('going to the beginning or the end drops the selection', () => {
	for (const key of ['historyTop', 'historyTail'] as const) {
		const {store, keys} = opened({turn: 3});
		keys[key]();
		assert.equal(store.newest().turn, null);
	}
});
