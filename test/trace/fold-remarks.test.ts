import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Remark} from '../../source/trace/exchange-view.js';
import {foldRemarks} from '../../source/trace/fold-remarks.js';

const edited = (type: string) => ({context_management: {applied_edits: [{type}]}});

test('a remark that comes again is kept once, with its first event', () => {
	const once = foldRemarks([], edited('clear_a'), 'message_delta', 7);
	assert.equal(once.length, 1);
	assert.equal(foldRemarks(once, edited('clear_a'), 'message_delta', 8), once);
});

test('a server that sends endless remarks, or endless ones, fills no memory', () => {
	let remarks: readonly Remark[] = [];
	for (let position = 0; position < 1000; position++) {
		remarks = foldRemarks(remarks, edited(`${position}${'x'.repeat(10_000)}`), 'message_delta', position);
	}

	assert.equal(remarks.length, 24);
	assert.ok(remarks.every(({text}) => text.length <= 301));
});
