import assert from 'node:assert/strict';
import {test} from 'node:test';
import {selectFindNote} from '../../../source/ui/conversation/find-hits.js';
import {History} from '../../../source/ui/conversation/history.js';
import {selectHistory} from '../../../source/ui/conversation/select-history.js';
import {askedTurns} from '../../helpers/asked-turns.js';
import {keysOf, paneOf, rowsOf, screenOf} from '../../helpers/drawn-pane.js';

const long = (words: string) => `${words}\n\n${'More.\n\n'.repeat(30)}`;
const turns = askedTurns([
	['First', long('An owl here.')],
	['Second', long('No bird.')],
	['Third owl', long('One OWL more.')],
]);

const opened = () => {
	const store = screenOf(turns, {focus: 'history'});
	const find = (value: string) => {
		keysOf(store).openFind();
		store.dispatch({name: 'submitField', value});
		return store.newest().notice;
	};

	const press = (key: 'findNext' | 'findPrevious') => {
		keysOf(store)[key]();
		return store.newest().notice;
	};

	return {store, find, press, rows: () => rowsOf(paneOf(History, selectHistory(store.newest())))};
};

test('a search goes from hit to hit, says which it is, and begins again at the other end', () => {
	const {store, find, press} = opened();
	keysOf(store).historyTop();
	assert.equal(find('owl'), 'hit 1 of 3');
	assert.equal(press('findNext'), 'hit 2 of 3');
	assert.equal(press('findNext'), 'hit 3 of 3');
	assert.equal(press('findNext'), 'hit 1 of 3 · from the top again');
	assert.equal(press('findPrevious'), 'hit 3 of 3 · from the end again');
	assert.equal(press('findPrevious'), 'hit 2 of 3');
});

test('from the end of the conversation, the first hit is reached over the top', () => {
	const {find, rows} = opened();
	assert.equal(find('owl'), 'hit 1 of 3 · from the top again');
	assert.ok(rows().some(row => row.includes('An owl here.')));
});

test('the hit is in sight, and each hit has its mark at the right edge', () => {
	const {store, find, press, rows} = opened();
	keysOf(store).historyTop();
	find('owl');
	press('findNext');
	assert.ok(rows().some(row => row.includes('Third owl')));
	const marks = rows().flatMap((row, index) => (/[▐█]$/.test(row) ? [[index, row.at(-1)]] : []));
	assert.equal(marks.filter(([, mark]) => mark === '█').length, 1);
	assert.ok(marks.length >= 2, JSON.stringify(marks));
});

test('what is not there is said, with what was searched for', () => {
	const {find, rows} = opened();
	const before = rows();
	assert.equal(find('\u001B[31mzebra'), '“␛[31mzebra” is not in the conversation');
	assert.deepEqual(rows(), before);
});

test('without a search, n says how to begin one', () => {
	const {press} = opened();
	assert.equal(press('findNext'), 'nothing is searched for yet: / finds text');
});

test('an empty text, or Esc, ends the search and leaves the conversation where it is', () => {
	for (const end of ['empty', 'escape']) {
		const {store, find} = opened();
		find('owl');
		const {history} = store.newest();
		if (end === 'empty') {
			find('');
		} else {
			keysOf(store).escape();
		}

		assert.equal(store.newest().find, null);
		assert.equal(store.newest().focus, 'history');
		assert.deepEqual(store.newest().history, history);
	}
});

test('while a text is typed, the field counts its hits and the search before goes on', () => {
	const {store, find, press} = opened();
	find('bird');
	keysOf(store).openFind();
	const typed = ['', 'ow', 'owl here', 'owls', '  '].map(value => {
		store.dispatch({name: 'changeField', value});
		return selectFindNote(store.newest())?.text ?? null;
	});
	assert.deepEqual(typed, [null, '3 hits', '1 hit', 'no hits', null]);
	store.dispatch({name: 'closeField'});
	assert.equal(selectFindNote(store.newest()), null);
	assert.match(press('findNext') ?? '', /^hit 1 of 1/);
});

test('of a long conversation, only the last turns are counted while a text is typed', () => {
	const store = screenOf(
		askedTurns(Array.from({length: 100}, (_, index) => [`Question ${index}`, 'An owl.'] as const)),
		{focus: 'history'},
	);
	keysOf(store).openFind();
	store.dispatch({name: 'changeField', value: 'owl'});
	assert.equal(selectFindNote(store.newest())?.text, '60 hits in the last 60 turns');
	store.dispatch({name: 'submitField', value: 'owl'});
	assert.match(store.newest().notice ?? '', /of 100/);
});
