import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {explainOutsideStream} from '../../source/messages/explain-outside-stream.js';

describe('explainOutsideStream', () => {
	it('distinguishes the first attempt from a retry', () => {
		assert.equal(explainOutsideStream({type: 'request', attempt: 1}).title, 'request');
		assert.equal(explainOutsideStream({type: 'request', attempt: 2}).title, 'request · attempt 2');
		assert.match(explainOutsideStream({type: 'request', attempt: 2}).purpose, /retries/);
	});

	it('distinguishes an accepted request from a rejected one by the status', () => {
		assert.match(explainOutsideStream({type: 'response', status: 200}).purpose, /accepted the request/);
		assert.match(explainOutsideStream({type: 'response', status: 429}).purpose, /rejected the request/);
		assert.match(explainOutsideStream({type: 'response', status: 429}).payload, /retry-after/);
	});

	it('says what a capture does not include', () => {
		assert.equal(explainOutsideStream({type: 'response', status: 0}).title, 'response · status not known');
		assert.match(explainOutsideStream({type: 'request', attempt: 1, body: null}).purpose, /capture/);
		assert.match(
			explainOutsideStream({type: 'end', outcome: 'complete', message: null}).purpose,
			/message_stop/,
		);
	});

	it('explains a body that is not a stream', () => {
		assert.match(explainOutsideStream({type: 'body'}).purpose, /complete answer/);
	});

	it('explains each way an exchange ends', () => {
		const outcomes = ['complete', 'aborted', 'failed'] as const;
		const explained = outcomes.map(outcome => explainOutsideStream({type: 'end', outcome}));
		assert.deepEqual(
			explained.map(({title}) => title),
			['end · complete', 'end · aborted', 'end · failed'],
		);
		assert.equal(new Set(explained.map(({purpose}) => purpose)).size, 3);
	});
});
