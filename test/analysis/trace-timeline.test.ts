import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {TraceTimeline} from '../../source/analysis/trace-timeline.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';
import {arbitraryEvents} from '../helpers/arbitrary-trace.js';
import {complete, failed, tracedStream} from '../helpers/traced-stream.js';
import {
	blockDelta,
	blockStart,
	blockStop,
	messageStart,
	ping,
	text,
} from '../messages/conformance/sample-stream.js';

const thinking = (index: number, words: string) =>
	blockDelta(index, {type: 'thinking_delta', thinking: words});

const timelineOf = (events: readonly TraceEvent[], idleLimit = Number.POSITIVE_INFINITY) => {
	const timeline = new TraceTimeline(idleLimit);
	timeline.extend(events);
	return timeline;
};

const shifted = (events: readonly TraceEvent[], by: number) =>
	events.map(event => ({...event, at: event.at + by}));

const thought = tracedStream([
	messageStart(),
	ping,
	blockStart(0, {type: 'thinking', thinking: '', signature: ''}),
	thinking(0, 'Hm'),
	blockStop(0),
	blockStart(1),
	text(1, 'Cats'),
	text(1, ' meow'),
	blockStop(1),
]);

test('blocks are in the tracks of their kinds, and the rest of the wire beside them', () => {
	const {tracks, kinds, marks, total} = timelineOf([...thought, complete(300)]);
	assert.deepEqual(kinds, ['thinking', 'text']);
	assert.deepEqual(tracks.thinking, {starts: [130], stops: [150], deltas: [140]});
	assert.deepEqual(tracks.text, {starts: [160], stops: [190], deltas: [170, 180]});
	assert.deepEqual(marks, {error: [], edge: [0, 300], unknown: [], body: [], ping: [120]});
	assert.equal(total, 300);
});

test('minutes between two exchanges count as a second, as in playback', () => {
	const second = tracedStream([messageStart()], {exchange: 2});
	const {times, exchanges} = timelineOf([...thought, complete(300), ...shifted(second, 600_000)]);
	assert.deepEqual(times.slice(-4), [300, 1300, 1400, 1410]);
	assert.deepEqual(exchanges, {starts: [0, 1300], stops: [300]});
});

test('a pause limit also shortens pauses within an exchange, but never to zero', () => {
	assert.equal(timelineOf([...thought, complete(60_000)], 50).times.at(-1), 190 - 100 + 50 + 50);
	assert.deepEqual(timelineOf(thought.slice(0, 4), 0).times, [0, 1, 2, 3]);
});

test('a block that was cut off ends with its exchange', () => {
	const cut = tracedStream([messageStart(), blockStart(0), text(0, 'Ca')]);
	assert.deepEqual(timelineOf(cut).tracks.text.stops, []);
	const {tracks, marks} = timelineOf([...cut, failed(200, 'connection')]);
	assert.deepEqual(tracks.text.stops, [200]);
	assert.deepEqual(marks.error, [200]);
});

test('any trace may arrive in pieces, and every event has its time', () => {
	fc.assert(
		fc.property(arbitraryEvents, fc.nat(30), (events, cut) => {
			const whole = timelineOf(events);
			const grown = timelineOf(events.slice(0, cut));
			grown.extend(events);
			assert.deepEqual(grown, whole);
			assert.equal(whole.times.length, events.length);
			for (const times of [whole.times, ...Object.values(whole.marks), whole.exchanges.starts]) {
				assert.deepEqual(
					times,
					times.toSorted((a, b) => a - b),
				);
			}
		}),
	);
});
