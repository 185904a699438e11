import assert from 'node:assert/strict';
import {test} from 'node:test';
import {askedTurns} from '../../helpers/asked-turns.js';
import {keysOf, screenOf} from '../../helpers/drawn-pane.js';

const turns = askedTurns([
	['First', 'One.'],
	['Second', 'Two.'],
]);

test('Esc twice in the prompt lists the turns, the newest selected; the first one says so', () => {
	const store = screenOf(turns);
	keysOf(store).escape();
	assert.equal(store.newest().notice, 'Esc again lists the turns');
	keysOf(store).escape();
	const {focus, overlay, notice} = store.newest();
	assert.deepEqual({focus, overlay, notice}, {focus: 'prompt', overlay: 'turns', notice: null});
	keysOf(store).goToTurn();
	assert.deepEqual([store.newest().focus, store.newest().overlay, store.newest().turn], ['history', null, 2]);
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
