import assert from 'node:assert/strict';
import {test} from 'node:test';
import {requestRow} from '../../../source/commands/serve/request-row.js';

test('the line of a request stays short, whatever the client sent', () => {
	const entry = {
		...{
			number: 7,
			at: 0,
			method: 'GET',
			path: `/${'a'.repeat(15_000)}`,
			faults: '',
			client: 'b'.repeat(9000),
		},
		...{headers: {}, asked: null, status: 404, bytes: 117, body: [], endedAt: 2, endedBy: 'server' as const},
	};
	const line = requestRow(entry, '12:00:00')
		.map(({text}) => text)
		.join('');
	assert.equal(line, `12:00:00  #7  GET /${'a'.repeat(99)}…  404  117 B  2 ms  ${'b'.repeat(100)}…`);
});
