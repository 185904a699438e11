import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {completesText} from '../../source/analysis/completes-text.js';
import {textFilter} from '../../source/analysis/filter/filter.js';
import {eventsAlone} from '../../source/analysis/filter/filter-context.js';
import {filterTest} from '../../source/analysis/filter/match-filter.js';
import {playOn} from '../../source/analysis/playback.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';
import {cpuTime} from '../helpers/cpu-time.js';
import {tracedStream} from '../helpers/traced-stream.js';
import {
	blockDelta,
	blockStart,
	blockStop,
	json,
	message,
	ping,
	type SampleEvent,
	text,
	toolStart,
} from '../messages/conformance/sample-stream.js';

const stream = (...content: readonly SampleEvent[]) => tracedStream(message(...content));

const hits = (events: readonly TraceEvent[], words: string) => {
	const completes = completesText(words);
	return events.flatMap((_, position) => (completes(events, position) ? [position] : []));
};

const positionOf = (events: readonly TraceEvent[], words: string) =>
	events.findIndex(event => event.type === 'sse' && event.data.includes(words));

test('the event with the last character of a text completes it, whatever pieces it arrives in', () => {
	const letters = fc.string({unit: fc.constantFrom('a', 'b', 'A'), maxLength: 4});
	fc.assert(
		fc.property(fc.array(letters, {maxLength: 12}), letters, (pieces, words) => {
			fc.pre(words !== '');
			const events = stream(blockStart(0), ...pieces.flatMap(piece => [ping, text(0, piece)]), blockStop(0));
			const wanted: number[] = [];
			let whole = '';
			for (const [index, piece] of pieces.entries()) {
				const before = whole.length;
				whole += piece.toLowerCase();
				const end = whole.indexOf(words.toLowerCase(), Math.max(0, before - words.length + 1));
				if (end !== -1) {
					wanted.push(5 + index * 2);
				}
			}

			assert.deepEqual(hits(events, words), wanted);
		}),
	);
});

test('thinking, tool JSON and a block’s initial text count, but not text across blocks', () => {
	const events = stream(
		blockStart(0, {type: 'thinking', thinking: 'Let '}),
		blockDelta(0, {type: 'thinking_delta', thinking: 'me see'}),
		blockStop(0),
		toolStart(1),
		json(1, '{"place":"Lis'),
		json(1, 'bon"}'),
		blockStop(1),
		blockStart(2),
		text(2, 'of course'),
	);
	assert.deepEqual(hits(events, 'let me'), [positionOf(events, 'me see')]);
	assert.deepEqual(hits(events, 'lisbon'), [positionOf(events, 'bon')]);
	assert.deepEqual(hits(events, '}of'), []);
});

test('playback stops where a text is complete, not at every event whose JSON contains the word', () => {
	const events = stream(blockStart(0), text(0, 'streams both at'), text(0, ' once.'), text(0, 'The delta'));
	const until = (words: string) =>
		playOn(events, {playhead: 0, waited: 0}, Number.POSITIVE_INFINITY, {
			idleLimit: Number.POSITIVE_INFINITY,
			stopsAt: filterTest(textFilter(words), eventsAlone(events)),
		}).playhead;
	assert.equal(until('both at once'), positionOf(events, 'once') + 1);
	assert.equal(until('elta'), positionOf(events, 'The delta') + 1);
	assert.equal(until('MESSAGE_START'), 3);
});

test('searching 100,000 events for a missing text takes no noticeable time', () => {
	const words = Array.from({length: 100_000}, (_, index) => text(0, ` word${index} o`));
	const events = tracedStream([blockStart(0), ...words]);
	const spent = cpuTime(() => assert.deepEqual(hits(events, 'once and for all'), []));
	// About 200 ms on an idle machine.
	assert.ok(spent < 2000, `${spent} ms`);
});
