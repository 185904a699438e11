import assert from 'node:assert/strict';
import {test} from 'node:test';
import {type PlayerAction, type PlayerState, reducePlayer} from '../../source/page/player-state.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';

const ping = (at: number, exchange = 1): TraceEvent => ({
	type: 'sse',
	at,
	exchange,
	attempt: 1,
	chunk: 1,
	event: 'ping',
	data: '{"type": "ping"}',
});

// A pause of a minute, then another exchange a minute later.
const events = [ping(0), ping(100), ping(60_100), ping(120_100, 2)];

const reduce = (state: Partial<PlayerState>, ...actions: readonly PlayerAction[]) =>
	actions.reduce((before, action) => reducePlayer(before, action, events), {
		playhead: 0,
		waited: 0,
		isPlaying: false,
		...state,
	} satisfies PlayerState);

const elapse = (time: number, speed: number | 'max' = 1): PlayerAction => ({type: 'elapse', time, speed});

test('playback takes the recorded time, with pauses cut to three seconds and breaks between exchanges to one', () => {
	const playing = reduce({}, {type: 'toggle'}, elapse(0));
	assert.deepEqual(playing, {playhead: 1, waited: 0, isPlaying: true});
	assert.equal(reduce(playing, elapse(99)).playhead, 1);
	assert.equal(reduce(playing, elapse(99), elapse(1)).playhead, 2);
	assert.equal(reduce(playing, elapse(3099)).playhead, 2);
	assert.equal(reduce(playing, elapse(3100)).playhead, 3);
	assert.equal(reduce(playing, elapse(4099)).playhead, 3);
	assert.deepEqual(reduce(playing, elapse(4100)), {playhead: 4, waited: 0, isPlaying: false});
});

test('a speed multiplies time, and the highest one plays everything in one frame', () => {
	assert.equal(reduce({playhead: 1, isPlaying: true}, elapse(10, 10)).playhead, 2);
	assert.equal(reduce({playhead: 1, isPlaying: true}, elapse(100, 0.5)).playhead, 1);
	assert.deepEqual(reduce({isPlaying: true}, elapse(0, 'max')), {
		playhead: 4,
		waited: 0,
		isPlaying: false,
	});
});

test('play starts again at the end and continues anywhere else', () => {
	assert.deepEqual(reduce({playhead: 4}, {type: 'toggle'}), {playhead: 0, waited: 0, isPlaying: true});
	const paused = reduce({playhead: 1, waited: 50, isPlaying: true}, {type: 'toggle'});
	assert.deepEqual(paused, {playhead: 1, waited: 50, isPlaying: false});
	assert.deepEqual(reduce(paused, {type: 'toggle'}), {playhead: 1, waited: 50, isPlaying: true});
});

test('seeking continues playback, a step stops it, and neither leaves the trace', () => {
	const playing = {playhead: 2, waited: 50, isPlaying: true};
	assert.deepEqual(reduce(playing, {type: 'seek', to: 3}), {playhead: 3, waited: 0, isPlaying: true});
	assert.deepEqual(reduce(playing, {type: 'stop', at: 1}), {playhead: 1, waited: 0, isPlaying: false});
	assert.equal(reduce(playing, {type: 'stop', at: -1}).playhead, 0);
	assert.equal(reduce(playing, {type: 'stop', at: 5}).playhead, 4);
	assert.equal(reduce(playing, {type: 'seek', to: 99}).playhead, 4);
});
