import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {TraceTimeline} from '../../../source/analysis/trace-timeline.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {scrubberLines, withPlayhead} from '../../../source/ui/player/scrubber-lines.js';
import {complete, failed, tracedStream} from '../../helpers/traced-stream.js';
import {
	blockDelta,
	blockStart,
	blockStop,
	json,
	messageStart,
	ping,
	text,
} from '../../messages/conformance/sample-stream.js';
import {inRole} from '../../text/drawings/drawn.js';

const thinking = (index: number, words: string) =>
	blockDelta(index, {type: 'thinking_delta', thinking: words});

/** Thinking, a pause, a ping, text and a tool's input from 110 ms on, an event each 100 ms; after an hour an answer that fails. */
const events: readonly TraceEvent[] = [
	...tracedStream(
		[
			messageStart(),
			blockStart(0, {type: 'thinking', thinking: '', signature: ''}),
			thinking(0, 'Hm'),
			thinking(0, ' hm'),
			ping,
			blockStop(0),
			blockStart(1),
			text(1, 'Cats'),
			text(1, ' meow'),
			blockStop(1),
			blockStart(2, {type: 'tool_use', id: 'toolu_1', name: 'look', input: {}}),
			json(2, '{"a":'),
			json(2, '1}'),
			blockStop(2),
		],
		{pace: 100},
	),
	complete(1500),
	...tracedStream([messageStart(), blockStart(0), text(0, 'Ca')], {exchange: 2, pace: 100}).map(event => ({
		...event,
		at: event.at + 3_600_000,
	})),
	{...failed(3_600_499, 'connection'), exchange: 2},
];

const timeline = new TraceTimeline(Number.POSITIVE_INFINITY);
timeline.extend(events);

const drawn = (kinds = timeline.kinds, width = 60) =>
	scrubberLines(timeline, kinds, width).map(
		({label, cells}) => `${label.padEnd(9)}${cells.map(({sign}) => sign).join('')}`,
	);

describe('the scrubber', () => {
	it('draws a track for each kind of content over the wire; the hour between two exchanges takes as long as it plays', () => {
		assert.deepEqual(drawn(), [
			'thinking     ├─░─░───┤                                               ',
			'text                   ├─▪─▪─┤                                 ├─▪──┤',
			'tools                          ├─▚─▚─┤                               ',
			'         ┃─────────·───────────────────┃                   ┃────────✗',
		]);
	});

	it('draws all in one row on a low screen, each kind with its own sign', () => {
		assert.deepEqual(drawn([]), ['         ┃───┼─░─░─·─┼─┼─▪─▪─┼─┼─▚─▚─┼─┃                   ┃───┼─▪──✗']);
	});

	it('gives a compaction and a change of the model a track of their own', () => {
		const changed = new TraceTimeline(Number.POSITIVE_INFINITY);
		changed.extend(
			tracedStream(
				[
					messageStart(),
					blockStart(0, {type: 'compaction', content: null}),
					blockDelta(0, {type: 'compaction_delta', content: 'Cats so far', encrypted_content: 'EqQB'}),
					blockStop(0),
					blockStart(1, {type: 'fallback', from: {model: 'a'}, to: {model: 'b'}}),
					blockStop(1),
				],
				{pace: 100},
			),
		);
		assert.deepEqual(changed.kinds, ['context']);
		assert.deepEqual(changed.marks.unknown, []);
		const [track] = scrubberLines(changed, changed.kinds, 30);
		assert.equal(track?.cells.map(({sign}) => sign).join(''), '          ├────≡────┤    ├───┤');
	});

	it('shows the playhead in every line, an error before it, and dims what lies behind', () => {
		const rows = scrubberLines(timeline, timeline.kinds, 60).map(line => withPlayhead(line, 19));
		assert.equal(inRole(rows, 'highlight'), '│││▲');
		assert.equal(inRole(rows, 'thinking_delta'), '├░░┤');
		assert.equal(inRole(rows, 'bar'), '├▪▪');
		assert.equal(inRole(rows, 'input_json_delta'), '');
		const [wire] = scrubberLines(timeline, [], 60).slice(-1);
		assert.ok(wire);
		assert.equal(inRole([withPlayhead(wire, 59)], 'highlight'), '✗');
	});
});
