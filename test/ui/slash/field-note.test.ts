import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fieldNote} from '../../../source/ui/slash/field-note.js';

const noteOn = (...paths: readonly string[]) => fieldNote(paths.map(path => ({path, value: 1})));

test('a field that no known request has is noted, with the one that was probably meant', () => {
	assert.equal(
		noteOn('thinkng.type'),
		'thinkng is not a known field of a request. It is sent anyway. Did you mean thinking?',
	);
	assert.match(noteOn('qqqqq', 'zz.1') ?? '', /: qqqqq, zz\. They are sent/);
});

test('a known field, or a part of one, is not noted', () => {
	assert.equal(noteOn('speed', 'tools.0.name', 'output_config.format', 'temperature'), null);
	assert.equal(noteOn('constructor')?.startsWith('constructor is not'), true);
});
