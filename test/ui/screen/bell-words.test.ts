import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {foldTrace} from '../../../source/trace/fold-trace.js';
import {lastItem} from '../../../source/trace/persistent-list.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {bellWords} from '../../../source/ui/screen/bell-words.js';

const wordsFor = (outcome: 'complete' | 'aborted' | 'failed' | null, ms: number) => {
	const request: TraceEvent = {
		type: 'request',
		at: 1000,
		exchange: 1,
		attempt: 1,
		method: 'POST',
		url: '/v1/messages',
		body: {},
	};
	const error =
		outcome === 'failed' ? {kind: 'a', title: 'The API is overloaded', detail: null, hint: 'Wait.'} : null;
	const end: readonly TraceEvent[] =
		outcome === null ? [] : [{type: 'end', at: 1000 + ms, exchange: 1, outcome, error, message: null}];
	const exchange = lastItem(foldTrace([request, ...end]).exchanges);
	assert.ok(exchange);
	return bellWords(exchange);
};

describe('when the bell rings', () => {
	it('is an answer that took longer than ten seconds', () => {
		assert.equal(wordsFor('complete', 10_001), 'streamscope: the answer is complete');
		assert.equal(wordsFor('complete', 10_000), null);
	});

	it('is an answer that failed, however soon', () => {
		assert.equal(wordsFor('failed', 1), 'streamscope: The API is overloaded');
	});

	it('not for an answer in progress, or one that the user stopped', () => {
		assert.equal(wordsFor(null, 0), null);
		assert.equal(wordsFor('aborted', 60_000), null);
	});
});
