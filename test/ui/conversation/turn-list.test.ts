import assert from 'node:assert/strict';
import {test} from 'node:test';
import {selectTurnList} from '../../../source/ui/conversation/turn-list.js';
import {TurnList} from '../../../source/ui/conversation/turn-list-pane.js';
import type {ScreenEffect} from '../../../source/ui/screen/screen-effect.js';
import type {ScreenState} from '../../../source/ui/screen/screen-state.js';
import {askedTurns} from '../../helpers/asked-turns.js';
import {keysOf, paneOf, rowsOf, screenOf} from '../../helpers/drawn-pane.js';

const turns = askedTurns(
	Array.from({length: 40}, (_, index) => [`Prompt ${index + 1}`, `Answer ${index + 1}.`] as const),
);

const opened = (state: Partial<ScreenState> = {}) => {
	const store = screenOf(turns, state);
	const effects: ScreenEffect[] = [];
	store.onEffect(effect => effects.push(effect));
	keysOf(store).listTurns();
	return {store, keys: keysOf(store), effects};
};

const rowsNow = (store: ReturnType<typeof screenOf>) =>
	rowsOf(paneOf(TurnList, selectTurnList(store.newest())));

test('the list shows each turn with its number and prompt, the newest selected', () => {
	const rows = rowsNow(opened().store);
	assert.match(
		rows[0] ?? '',
		/^━ Turns ━+ 1\d–40 of 40 · Enter goes there {2}e edit {2}f fork {2}y copy {2}Esc closes/,
	);
	assert.match(rows.at(-1) ?? '', /^▸ 40 {2}Prompt 40 /);
	assert.match(rows.at(-2) ?? '', /^ {2}39 {2}Prompt 39 /);
});

test('the selection moves by rows and pages, and stops at both ends', () => {
	const {store, keys} = opened();
	const visited = (
		['turnsUp', 'turnsTop', 'turnsUp', 'turnsDown', 'turnsPageDown', 'turnsEnd', 'turnsDown'] as const
	).map(key => {
		keys[key]();
		return Number(/^▸ *(\d+)/m.exec(rowsNow(store).join('\n'))?.[1]);
	});
	assert.deepEqual(visited, [39, 1, 1, 2, 26, 40, 40]);
});

test('a cleared conversation lists its own turns only', () => {
	const rows = rowsNow(opened({since: 39}).store);
	assert.deepEqual(
		rows
			.slice(1)
			.map(row => row.slice(0, 16).trim())
			.filter(row => row !== ''),
		['39  Prompt 39', '▸ 40  Prompt 40'],
	);
});

test('e, f and y act on the selected turn', () => {
	const {keys, effects} = opened();
	keys.turnsUp();
	keys.copyTurn();
	keys.forkListedTurn();
	assert.deepEqual(
		effects.map(effect =>
			effect.name === 'copy' ? effect.text : [effect.name, 'exchange' in effect && effect.exchange],
		),
		['Answer 39.', ['forkTurn', 39]],
	);
	const other = opened();
	other.keys.turnsTop();
	other.keys.editTurn();
	assert.deepEqual(other.effects, [{name: 'editTurn', exchange: 1}]);
	assert.deepEqual([other.store.newest().overlay, other.store.newest().focus], [null, 'prompt']);
});

test('without a turn there is no list', () => {
	const store = screenOf([]);
	keysOf(store).listTurns();
	assert.deepEqual([store.newest().overlay, store.newest().notice], [null, 'there is no turn yet']);
});
