import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {BlockText} from '../../source/page/block-text.js';
import {gainedSpan} from '../../source/page/gained-span.js';

const block = (text: string, sources = ''): BlockText => ({form: 'text', heading: '', text, sources});

test('new content is at the end of a block’s text or of its sources', () => {
	assert.deepEqual(gainedSpan(null, block('One')), {start: 0, end: 3});
	assert.deepEqual(gainedSpan(null, block('', ' [a] ')), {start: 0, end: 5});
	assert.deepEqual(gainedSpan(block('One'), block('One two')), {start: 3, end: 7});
	assert.deepEqual(gainedSpan(block('One', ' [a] '), block('One [', ' [a] ')), {start: 3, end: 5});
	assert.deepEqual(gainedSpan(block('One', ' [a] '), block('One', ' [a]  [b] ')), {start: 8, end: 13});
});

test('an event without characters gains nothing', () => {
	assert.equal(gainedSpan(block('One', ' [a] '), block('One', ' [a] ')), null);
	assert.equal(gainedSpan(null, block('')), null);
	assert.equal(gainedSpan(block('{\n}'), block('')), null);
});

test('a text that was replaced is new as a whole', () => {
	assert.deepEqual(gainedSpan(block('{\n  "content": null\n}'), block('A summary.')), {start: 0, end: 10});
});
