import assert from 'node:assert/strict';
import {test} from 'node:test';
import {startPlayback, startPlayhead} from '../../../source/commands/replay/replay-options.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';

const events = [0, 100, 2000].map(
	(at): TraceEvent => ({type: 'body', at, exchange: 1, attempt: 1, data: ''}),
);

test('it plays at once, as fast as it was, and waits every pause out, unless something else is asked for', () => {
	const {isPlaying, speed, idleLimit, isLooping} = startPlayback({});
	assert.deepEqual(
		{isPlaying, speed, idleLimit, isLooping},
		{isPlaying: true, speed: 1, idleLimit: Number.POSITIVE_INFINITY, isLooping: false},
	);
	const other = startPlayback({paused: true, speed: '2.5', idleLimit: '1.5'});
	assert.deepEqual([other.isPlaying, other.speed, other.idleLimit], [false, 2.5, 1500]);
	assert.equal(startPlayback({speed: 'max'}).speed, 'max');
});

for (const speed of ['0', '0.05', '101', '-1', '', 'fast', '1e9']) {
	test(`the speed ${JSON.stringify(speed)} is refused`, () => {
		assert.throws(() => startPlayback({speed}), /--speed cannot be/);
	});
}

for (const idleLimit of ['-1', 'x', '']) {
	test(`the idle limit ${JSON.stringify(idleLimit)} is refused`, () => {
		assert.throws(() => startPlayback({idleLimit}), /--idle-limit cannot be/);
	});
}

const others = [{before: 3, line: {type: 'bookmark', event: 3}}];
const source = {events, others: [], pacing: 'recorded'} as const;

test('it begins at a bookmark by its number', () => {
	assert.equal(startPlayhead({...source, others}, {from: 'b1'}), 3);
	assert.throws(
		() => startPlayhead({...source, others}, {from: 'b2'}),
		(error: Error & {hint?: string}) => /or a bookmark, b1\.$/.test(error.hint ?? ''),
	);
});

test('it begins before the first event, or behind the one that is named', () => {
	assert.equal(startPlayhead(source, {}), 0);
	assert.equal(startPlayhead(source, {from: '2'}), 2);
	assert.equal(startPlayhead(source, {from: '1.5s'}), 2);
	assert.throws(() => startPlayhead(source, {from: '4'}), /--from "4" is not in the trace/);
});

test('a capture without times starts at a number only', () => {
	assert.equal(startPlayhead({...source, pacing: 'synthetic'}, {from: '2'}), 2);
	assert.throws(
		() => startPlayhead({...source, pacing: 'synthetic'}, {from: '1.5s'}),
		(error: Error & {hint?: string}) =>
			/not in the trace/.test(error.message) && /it has no times/.test(error.hint ?? ''),
	);
});
