import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {explainOutsideStream} from '../../source/messages/explain-outside-stream.js';

describe('explainOutsideStream', () => {
	it('tells the first attempt from a retry', () => {
		assert.equal(explainOutsideStream({type: 'request', attempt: 1}).title, 'request');
		assert.equal(explainOutsideStream({type: 'request', attempt: 2}).title, 'request · attempt 2');
		assert.match(explainOutsideStream({type: 'request', attempt: 2}).purpose, /retries/);
	});

	it('tells an accepted request from a refused one by the status', () => {
		assert.match(explainOutsideStream({type: 'response', status: 200}).purpose, /taken the request on/);
		assert.match(explainOutsideStream({type: 'response', status: 429}).purpose, /turned the request down/);
		assert.match(explainOutsideStream({type: 'response', status: 429}).payload, /retry-after/);
	});

	it('says of what a capture does not hold that it is not there', () => {
		assert.equal(explainOutsideStream({type: 'response', status: 0}).title, 'response · status not known');
		assert.match(explainOutsideStream({type: 'request', attempt: 1, body: null}).purpose, /capture/);
		assert.match(
			explainOutsideStream({type: 'end', outcome: 'complete', message: null}).purpose,
			/message_stop/,
		);
	});

	it('explains a body that is no stream', () => {
		assert.match(explainOutsideStream({type: 'body'}).purpose, /in one piece/);
	});

	it('explains each way in which an exchange ends', () => {
		const outcomes = ['complete', 'aborted', 'failed'] as const;
		const explained = outcomes.map(outcome => explainOutsideStream({type: 'end', outcome}));
		assert.deepEqual(
			explained.map(({title}) => title),
			['end · complete', 'end · aborted', 'end · failed'],
		);
		assert.equal(new Set(explained.map(({purpose}) => purpose)).size, 3);
	});
});
