import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fitParts} from '../../../source/text/fit-parts.js';
import {keyLine} from '../../../source/ui/help/key-line.js';
import {applyKeys} from '../../../source/ui/screen/apply-keys.js';
import {keymap} from '../../../source/ui/screen/keymap.js';
import type {Screen} from '../../../source/ui/screen/screen.js';
import {askedTurns} from '../../helpers/asked-turns.js';
import {keysOf, screenOf} from '../../helpers/drawn-pane.js';

const lineOf = (screen: Screen, width: number): string | null => {
	const parts = keyLine(screen);
	return (
		parts &&
		fitParts(parts, width)
			.map(({text}) => text)
			.join('')
	);
};

const turns = askedTurns([['Hello', 'Hi.']]);

test('Tab says what the keys of the pane entered do, until the next key', () => {
	const store = screenOf(turns);
	const {nextPane, logDown} = keysOf(store);
	const said: Array<string | null> = [];
	for (let count = 0; count < 4; count++) {
		nextPane();
		said.push(lineOf(store.newest(), 66));
	}

	assert.deepEqual(said, [
		'  j k scroll  / find  [ ] turns  y copy  ? all keys  Esc prompt',
		'  j k select  , . step  f filter  / search  ? all keys  Esc prompt',
		'  ← → tabs  j k scroll  Enter fold  y copy  ? all keys  Esc prompt',
		null,
	]);
	nextPane();
	logDown();
	assert.equal(lineOf(store.newest(), 66), null);
});

test('the line gives up the less useful keys first, and keeps the way to all of them', () => {
	const screen = screenOf(turns, {focus: 'events', isEntered: true}).newest();
	assert.equal(lineOf(screen, 27), '  ? all keys  Esc prompt');
	assert.match(lineOf(screen, 140) ?? '', /e E errors {2}p P gaps {2}m bookmark {2}x exchanges/);
});

test('it names changed keys, and leaves out what has none', () => {
	const changed = applyKeys(keymap, {openSearch: ['ctrl+s'], openFilter: [], logDown: ['down']});
	const screen = screenOf(turns, {focus: 'events', isEntered: true}, {keymap: changed}).newest();
	assert.match(lineOf(screen, 60) ?? '', /^ {2}↓ k select {2}, \. step {2}y copy {2}\? all keys/);
	assert.match(lineOf(screen, 90) ?? '', /ctrl\+s search/);
	assert.doesNotMatch(lineOf(screen, 200) ?? '', /filter/);
});

test('a recording has no prompt to go back to', () => {
	const screen = screenOf(turns, {focus: 'events', isEntered: true}, {isReplay: true}).newest();
	assert.match(lineOf(screen, 60) ?? '', /\? all keys$/);
});
