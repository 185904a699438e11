import assert from 'node:assert/strict';
import {test} from 'node:test';
import {keyAction} from '../../source/page/key-action.js';

test('a field keeps all keys except Escape, and a button its space bar', () => {
	for (const key of [' ', '.', '/', 'Home', 'ArrowLeft', 'x']) {
		assert.equal(keyAction(key, 'field'), null);
	}

	assert.equal(keyAction('Escape', 'field'), 'leave-field');
	assert.equal(keyAction(' ', 'button'), null);
	assert.equal(keyAction(' ', 'elsewhere'), 'toggle');
	assert.equal(keyAction('.', 'button'), 'forward');
});

test('the up and down arrows move through the rows of the table and scroll everything else', () => {
	assert.equal(keyAction('ArrowDown', 'rows'), 'row-below');
	assert.equal(keyAction('ArrowUp', 'rows'), 'row-above');
	assert.equal(keyAction('ArrowDown', 'elsewhere'), null);
	assert.equal(keyAction('constructor', 'elsewhere'), null);
});

test('the other keys move the playhead or open the search, wherever the focus is', () => {
	const keys = ['.', 'ArrowRight', ',', 'ArrowLeft', 'Home', 'End', '/', 'Enter'];
	for (const place of ['button', 'rows', 'elsewhere'] as const) {
		assert.deepEqual(
			keys.map(key => keyAction(key, place)),
			['forward', 'forward', 'back', 'back', 'start', 'end', 'search', null],
		);
	}
});
