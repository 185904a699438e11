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
	const store = screenOf(events, {
		focus: 'history',
		history: {turn: 0, line: 0},
		seen: {length: 0, turns: 1, lines: 5, layout: null},
	});
	assert.match(titleOf(events, store.newest()), /new lines/);
	keysOf(store).historyTail();
	assert.equal(store.newest().seen, null);
	keysOf(store).historyUp();
	assert.doesNotMatch(titleOf(events, store.newest()), /new line/);
});

test('nothing is new where the same lines are only laid out anew', () => {
	const store = screenOf(before, {focus: 'history', isMarkdown: false});
	keysOf(store).historyPageUp();
	keysOf(store).toggleMarkdown();
	store.dispatch({name: 'layOut', size: {width: 40, height: 30}, promptHeight: 2, welcome: []});
	const {history, seen, isMarkdown, size} = store.newest();
	const title = (trace: readonly TraceEvent[]) =>
		rowsOf(
			paneOf(
				History,
				selectHistory(screenOf(trace, {focus: 'history', history, seen, isMarkdown}, {size}).newest()),
			),
		)[0] ?? '';
	assert.doesNotMatch(title(before), /new line/);
	// Only the second turn is new.
	assert.match(title(events), /↓ 6 new lines/);
});

test('from the prompt, the key that goes on is named, and none where no key does', () => {
	const store = screenOf(before, {focus: 'history'});
	keysOf(store).historyPageUp();
	const {history, seen} = store.newest();
	assert.match(titleOf(before, {history, seen, focus: 'prompt'}), /turn 1 of 1 · PgDn goes on/);
	assert.match(titleOf(before, {history, seen, focus: 'events'}), /turn 1 of 1 ─/);
});
