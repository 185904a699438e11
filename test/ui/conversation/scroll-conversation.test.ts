import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {History} from '../../../source/ui/conversation/history.js';
import {selectHistory} from '../../../source/ui/conversation/select-history.js';
import type {ScreenState} from '../../../source/ui/screen/screen-state.js';
import {askedTurns} from '../../helpers/asked-turns.js';
import {keysOf, paneOf, rowsOf, screenOf} from '../../helpers/drawn-pane.js';

const long = 'More.\n\n'.repeat(40);
const events = askedTurns([
	['First', long],
	['Second', 'One line.'],
]);
const before = events.filter(({exchange}) => exchange === 1);

const titleOf = (trace: readonly TraceEvent[], state: Partial<ScreenState>) =>
	rowsOf(paneOf(History, selectHistory(screenOf(trace, {focus: 'history', ...state}).newest())))[0] ?? '';

test('a conversation that was scrolled away from its tail says how many lines came since', () => {
	const store = screenOf(before, {focus: 'history'});
	keysOf(store).historyPageUp();
	const {history, seen} = store.newest();
	assert.match(titleOf(before, {history, seen}), /turn 1 of 1 · G follows/);
	// You, the prompt, an empty row, the model, the answer, an empty row.
	assert.match(titleOf(events, {history, seen}), /↓ 6 new lines · turn 1 of 2/);
	keysOf(store).historyUp();
	assert.deepEqual(store.newest().seen, seen);
});

test('at the tail nothing is new, and leaving it again counts from there', () => {
	const store = screenOf(events, {focus: 'history', history: {turn: 0, line: 0}, seen: {turns: 1, lines: 5}});
	assert.match(titleOf(events, store.newest()), /new lines/);
	keysOf(store).historyTail();
	assert.equal(store.newest().seen, null);
	keysOf(store).historyUp();
	assert.doesNotMatch(titleOf(events, store.newest()), /new line/);
});
