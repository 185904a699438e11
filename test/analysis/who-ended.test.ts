import assert from 'node:assert/strict';
import {test} from 'node:test';
import {whoEnded} from '../../source/analysis/who-ended.js';
import type {EndEvent} from '../../source/trace/trace-event.js';

const failedBy = (kind: string) =>
	whoEnded({outcome: 'failed', error: {kind, title: '', detail: null, hint: ''}});

test('the side that ended an exchange is named', () => {
	const ended = (outcome: EndEvent['outcome']) => whoEnded({outcome, error: null});
	assert.deepEqual(
		[ended('complete'), ended('aborted'), ended('failed')],
		['server ended', 'client left', 'server error'],
	);
	assert.deepEqual(
		['connection_lost', 'ended_early', 'input_ended', 'ECONNREFUSED', 'connection', 'overloaded_error'].map(
			failedBy,
		),
		['server broke', 'cut off', 'input ended', 'not reached', 'not reached', 'server error'],
	);
});
