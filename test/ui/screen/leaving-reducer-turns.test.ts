import assert from 'node:assert/strict';
import {test} from 'node:test';
import {askedTurns} from '../../helpers/asked-turns.js';
import {keysOf, screenOf} from '../../helpers/drawn-pane.js';

const turns = askedTurns([
	['First', 'One.'],
	['Second', 'Two.'],
]);

test('Esc twice in the prompt goes to the newest turn; the first one says so', () => {
	const store = screenOf(turns);
	keysOf(store).escape();
	assert.equal(store.newest().notice, 'Esc again selects a turn');
	keysOf(store).escape();
	const {focus, turn, notice} = store.newest();
	assert.deepEqual({focus, turn, notice}, {focus: 'history', turn: 2, notice: null});
});

test('another key between the two keeps the prompt', () => {
	const store = screenOf(turns);
	keysOf(store).escape();
	store.dispatch({name: 'say', notice: null});
	keysOf(store).escape();
	assert.equal(store.newest().focus, 'prompt');
});

test('before the first turn there is nothing to select', () => {
	const store = screenOf([]);
	keysOf(store).escape();
	keysOf(store).escape();
	assert.deepEqual([store.newest().focus, store.newest().notice], ['prompt', null]);
});
