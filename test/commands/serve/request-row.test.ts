import assert from 'node:assert/strict';
import {test} from 'node:test';
import {requestRow} from '../../../source/commands/serve/request-row.js';
import type {JournalEntry} from '../../../source/demo/journal.js';

const entry: JournalEntry = {
	...{number: 3, at: 10, method: 'POST', path: '/v1/messages', faults: '', client: 'curl/8'},
	...{headers: {}, asked: null, status: 200, bytes: 2048, body: [], endedAt: 510, endedBy: 'server'},
};

const words = (change: Partial<JournalEntry> = {}) =>
	requestRow({...entry, ...change}, '10:00:00')
		.map(({text}) => text)
		.join('');

test('a line for an answer says what was asked, what came of it, and what was unusual', () => {
	assert.equal(words(), '10:00:00  #3  POST /v1/messages  200  2.0 kB  500 ms  curl/8');
	assert.equal(
		words({status: null, endedBy: 'client', faults: 'no-headers', client: ''}),
		'10:00:00  #3  POST /v1/messages  —  2.0 kB  500 ms  the client left · no answer · faults: no-headers',
	);
});

test('a path that a wrong base URL leads to says what is wrong with it', () => {
	const end = (path: string, status = 404) => words({path, status}).split('  ').at(-1);
	assert.equal(end('/messages'), 'this base URL needs /v1 at its end');
	assert.equal(end('/v1/v1/messages'), 'this base URL needs no /v1');
	assert.equal(end('/v1/complete'), 'curl/8');
	assert.equal(end('/v1/models/claude-none'), 'curl/8');
});

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
