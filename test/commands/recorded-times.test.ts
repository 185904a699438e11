import assert from 'node:assert/strict';
import {test} from 'node:test';
import {recordedTimes} from '../../source/commands/recorded-times.js';
import {openTraceSource} from '../../source/recording/open-trace-source.js';

const open = (startedAt: string) =>
	openTraceSource([
		`${JSON.stringify({type: 'recording', version: 2, app: 'a', startedAt, mode: 'live', title: null})}\n`,
		`${JSON.stringify({type: 'request', at: 5, exchange: 1, attempt: 1, method: 'POST', url: '', body: {}})}\n`,
	]);

test('a recording tells the time of day of its events', async () => {
	const {wallTime} = recordedTimes(await open('2026-11-28T10:00:00.000Z'));
	assert.equal(wallTime?.(5, 0), Date.parse('2026-11-28T10:00:00.005Z'));
});

test('no time of day is made up for a recording that does not tell when it was made', async () => {
	const times = recordedTimes(await open(''));
	assert.deepEqual([times.hasTimes, times.wallTime], [true, null]);
});
