import assert from 'node:assert/strict';
import {test} from 'node:test';
import {History} from '../../../source/ui/conversation/history.js';
import {selectHistory} from '../../../source/ui/conversation/select-history.js';
import type {ScreenStore} from '../../../source/ui/screen/screen-store.js';
import {askedTurns} from '../../helpers/asked-turns.js';
import {keysOf, paneOf, rowsOf, screenOf} from '../../helpers/drawn-pane.js';

const line = Array.from({length: 40}, (_, index) => `word${String(index).padStart(2, '0')}`).join(' ');
const withCode = askedTurns([['Code', `Here:\n\n\`\`\`\n${line}\n\`\`\``]]);

const rowsIn = (store: ScreenStore) => rowsOf(paneOf(History, selectHistory(store.newest())));
const open = (events = withCode) => screenOf(events, {focus: 'history'});

test('a long line of code is wrapped at first, then cut, then scrolled, and wrapped again at its beginning', () => {
	const store = open();
	const keys = keysOf(store);
	const wrapped = rowsIn(store);
	assert.ok(wrapped.some(row => row.includes('↪ ')));

	keys.scrollCodeRight();
	const cut = rowsIn(store);
	assert.ok(!cut.some(row => row.includes('↪ ')));
	assert.ok(cut.some(row => /→ \d+ more columns · 1/.test(row)));
	assert.ok(cut.some(row => /^ *word00 .*→/.test(row)));

	keys.scrollCodeRight();
	assert.equal(store.newest().codeColumn, 16);
	assert.ok(rowsIn(store).some(row => /← rd02 word03/.test(row)));

	keys.scrollCodeLeft();
	keys.scrollCodeLeft();
	assert.deepEqual(rowsIn(store), wrapped);
	assert.equal(store.newest().codeColumn, null);
});

test('code is not scrolled beyond the end of what is in sight', () => {
	const store = open();
	for (let times = 0; times < 40; times++) {
		keysOf(store).scrollCodeRight();
	}

	assert.equal(store.newest().notice, 'no code in sight goes on to the right');
	assert.ok((store.newest().codeColumn ?? 0) < line.length);
	assert.ok(rowsIn(store).some(row => row.includes('word39')));
});

test('without a long line of code in sight nothing changes', () => {
	const store = open(askedTurns([['Hi', 'Text → \n\n```\nshort\n```']]));
	keysOf(store).scrollCodeRight();
	assert.equal(store.newest().codeColumn, null);
	assert.equal(store.newest().notice, 'no code in sight goes on to the right');
	keysOf(store).scrollCodeLeft();
	assert.equal(store.newest().codeColumn, null);
});
