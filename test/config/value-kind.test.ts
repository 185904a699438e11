import assert from 'node:assert/strict';
import {test} from 'node:test';
import * as v from 'valibot';
import {apiAddress, filledText, keyOverrides, type ValueKind} from '../../source/config/value-kind.js';

const takes = (kind: ValueKind<unknown>, value: unknown): boolean => v.is(kind.schema, value);

test('an address is taken unless it could hold a credential', () => {
	for (const address of ['https://api.anthropic.com', 'http://127.0.0.1:8080/v1', 'https://host/a/b/']) {
		assert.equal(takes(apiAddress, address), true, address);
	}

	for (const address of [
		'https://me@host',
		'https://me:word@host',
		'https://host?key=1',
		'https://host#x',
		'file:///etc',
		'host',
		'',
		7,
	]) {
		assert.equal(takes(apiAddress, address), false, String(address));
	}
});

test('a text that is not empty has something beside blanks', () => {
	assert.deepEqual(
		['a', ' a ', '', ' \n', 7].map(value => takes(filledText, value)),
		[true, true, false, false, false],
	);
});

test('keys are one key or a list for each action', () => {
	assert.deepEqual(v.parse(keyOverrides.schema, {nextPane: 'tab', escape: ['escape', 'ctrl+x'], x: []}), {
		nextPane: ['tab'],
		escape: ['escape', 'ctrl+x'],
		x: [],
	});
	for (const value of [{nextPane: 5}, ['tab'], 'tab', {nextPane: ['tab', null]}]) {
		assert.equal(takes(keyOverrides, value), false, JSON.stringify(value));
	}
});
