import assert from 'node:assert/strict';
import {test} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {createTheme} from '../../../source/text/theme.js';
import {selectHistory} from '../../../source/ui/conversation/select-history.js';
import {selectEventLog} from '../../../source/ui/events/select-event-log.js';
import {pointerActions} from '../../../source/ui/screen/pointer-actions.js';
import type {ScreenEffect} from '../../../source/ui/screen/screen-effect.js';
import type {ScreenStore} from '../../../source/ui/screen/screen-store.js';
import {withSelection} from '../../../source/ui/screen/selected-text.js';
import type {MouseReport} from '../../../source/ui/terminal/mouse-reports.js';
import {askedTurns} from '../../helpers/asked-turns.js';
import {screenOf} from '../../helpers/drawn-pane.js';

const turns = askedTurns([['Which?', 'Wide 好 and 👩‍👩‍👧 end.\n\nSecond paragraph.']]);

/** A screen whose conversation begins at the top left, and what is copied from it. */
function opened() {
	const store = screenOf(turns, {hasMouse: true}, {theme: createTheme('dark', 3)});
	const copied: ScreenEffect[] = [];
	store.onEffect(effect => copied.push(effect));
	return {store, texts: () => copied.map(effect => (effect.name === 'copy' ? effect.text : effect.name))};
}

const send = (store: ScreenStore, kind: MouseReport['kind'], x: number, y: number) => {
	for (const action of pointerActions(store.newest(), {kind, x, y})) {
		store.dispatch(action);
	}
};

/** The screen's cell of a text in the conversation. */
function cellOf(store: ScreenStore, text: string) {
	const history = selectHistory(store.newest());
	const rows = history?.lines.map(line => stripVTControlCharacters(line)) ?? [];
	const row = rows.findIndex(line => line.includes(text));
	assert.notEqual(row, -1, text);
	return {x: rows[row]?.indexOf(text) ?? 0, y: (history?.place.y ?? 0) + 1 + row};
}

test('a drag lights what it covers, and its end copies it', () => {
	const {store, texts} = opened();
	const {x, y} = cellOf(store, 'Second');
	send(store, 'press', x, y);
	send(store, 'drag', x + 5, y);
	const shown = withSelection(selectHistory(store.newest()), 'history', store.newest());
	const theme = store.state.theme;
	assert.ok(shown?.lines.some(line => line.includes(theme.style('Second', 'highlight'))));
	send(store, 'release', x + 5, y);
	assert.deepEqual(texts(), ['Second']);
	assert.equal(store.state.drag, null);
});

test('several rows are copied as they are seen, without the margin, whichever way the drag went', () => {
	const {store, texts} = opened();
	const from = cellOf(store, 'Wide');
	const to = cellOf(store, 'paragraph');
	for (const [start, end] of [
		[from, to],
		[to, from],
	] as const) {
		send(store, 'press', start.x, start.y);
		send(store, 'drag', end.x, end.y);
		send(store, 'release', end.x, end.y);
	}

	assert.deepEqual(texts(), Array(2).fill('Wide 好 and 👩‍👩‍👧 end.\n\nSecond p'));
});

test('a drag stays in its pane, also where the mouse leaves it', () => {
	const {store, texts} = opened();
	const {x, y} = cellOf(store, 'Second');
	send(store, 'press', x, y);
	send(store, 'drag', 99, 29);
	send(store, 'release', 99, 29);
	assert.deepEqual(texts(), ['Second paragraph.']);
});

test('half a wide character is the whole one', () => {
	const {store, texts} = opened();
	const {x, y} = cellOf(store, '好');
	send(store, 'press', x + 1, y);
	send(store, 'drag', x + 2, y);
	send(store, 'release', x + 2, y);
	assert.deepEqual(texts(), ['好']);
});

test('a drag moves neither the focus nor the selected event; a click does both', () => {
	const {store} = opened();
	const place = selectEventLog(store.newest())?.place ?? assert.fail();
	const y = place.y + 4;
	const before = store.state;
	send(store, 'press', 10, y);
	send(store, 'drag', 20, y + 1);
	send(store, 'release', 20, y + 1);
	assert.deepEqual([store.state.focus, store.state.log], [before.focus, before.log]);
	send(store, 'press', 10, y);
	send(store, 'release', 10, y);
	assert.equal(store.state.focus, 'events');
	assert.notDeepEqual(store.state.log, before.log);
});

test('nothing under a drag is nothing to copy', () => {
	const {store, texts} = opened();
	const place = selectHistory(store.newest())?.place ?? assert.fail();
	const y = place.y + place.height - 1;
	send(store, 'press', 3, y);
	send(store, 'drag', 30, y);
	send(store, 'release', 30, y);
	assert.deepEqual(texts(), []);
	assert.equal(store.state.notice, 'there is no text to copy there');
});

test('a release or a move without a press does nothing', () => {
	const {store, texts} = opened();
	send(store, 'drag', 5, 5);
	send(store, 'release', 5, 5);
	assert.deepEqual(texts(), []);
	assert.equal(store.state.focus, 'prompt');
});
