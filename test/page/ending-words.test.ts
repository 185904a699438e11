import assert from 'node:assert/strict';
import {test} from 'node:test';
import {endingWords} from '../../source/page/ending-words.js';
import {exchangeIn, foldTrace} from '../../source/trace/fold-trace.js';
import type {EndEvent, TraceEvent} from '../../source/trace/trace-event.js';

const place = {at: 0, exchange: 1};

const wordsOf = (
	stopReason: string | null,
	end: Omit<EndEvent, 'type' | 'at' | 'exchange' | 'message'> | null,
) => {
	const payload = {type: 'message_start', message: {content: [], stop_reason: stopReason}};
	const events: readonly TraceEvent[] = [
		{type: 'sse', ...place, attempt: 1, chunk: 1, event: payload.type, data: JSON.stringify(payload)},
		...(end === null ? [] : [{type: 'end', ...place, message: null, ...end} as const]),
	];
	const view = exchangeIn(foldTrace(events), 1);
	assert.ok(view !== null);
	return endingWords(view);
};

test('an answer that is complete or still arriving has no words about its end', () => {
	assert.equal(wordsOf('max_tokens', null), '');
	assert.equal(wordsOf('end_turn', {outcome: 'complete', error: null}), '');
	assert.equal(wordsOf(null, {outcome: 'complete', error: null}), '');
});

test('any other end is described', () => {
	assert.equal(wordsOf('refusal', {outcome: 'complete', error: null}), 'refused');
	assert.equal(wordsOf('refusal', {outcome: 'aborted', error: null}), 'Interrupted');
	assert.equal(wordsOf(null, {outcome: 'failed', error: null}), 'Failed');
	const error = {
		kind: 'overloaded_error',
		title: 'The API is overloaded',
		detail: 'Overloaded',
		hint: 'Wait.',
	};
	assert.equal(wordsOf(null, {outcome: 'failed', error}), 'The API is overloaded: Overloaded');
	assert.equal(wordsOf(null, {outcome: 'failed', error: {...error, detail: null}}), 'The API is overloaded');
});
