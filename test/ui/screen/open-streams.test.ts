import assert from 'node:assert/strict';
import {test} from 'node:test';
import {foldTrace} from '../../../source/trace/fold-trace.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {openStreams} from '../../../source/ui/screen/open-streams.js';

test('streams are open from their request to their end', () => {
	const request = (exchange: number): TraceEvent => ({
		...{
			type: 'request',
			at: 0,
			exchange,
			attempt: 1,
			method: 'POST',
			url: 'http://x/v1/messages',
			body: null,
		},
	});
	const end = (exchange: number): TraceEvent => ({
		...{type: 'end', at: 1, exchange, outcome: 'complete', error: null, message: null},
	});
	const started = Array.from({length: 300}, (_, index) => request(index + 1));
	const ended = Array.from({length: 290}, (_, index) => end(index + 1));
	assert.equal(openStreams(foldTrace([])), 0);
	assert.equal(openStreams(foldTrace([...started, ...ended])), 10);
});
