import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {selectInspectorRows} from '../../../source/ui/inspector/select-inspector-rows.js';
import {selectIsCounting} from '../../../source/ui/inspector/select-statistics.js';
import {keysOf, screenOf} from '../../helpers/drawn-pane.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {blockStart, blockStop, message, ping, text} from '../../messages/conformance/sample-stream.js';

const first = [
	...tracedStream(message(blockStart(0), text(0, 'aé'), ping, text(0, 'bc'), blockStop(0))),
	complete(240),
];
const second = [
	...tracedStream(message(blockStart(0), text(0, 'xyz'), blockStop(0)), {exchange: 2}),
	complete(200, 2),
].map(event => ({...event, at: event.at + 60_000}));

const open = (
	events: readonly TraceEvent[],
	{
		width = 72,
		playhead = events.length,
		hasTimes = true,
	}: {width?: number; playhead?: number; hasTimes?: boolean} = {},
) =>
	screenOf(
		events,
		{focus: 'inspector', isZoomed: true, tab: 'stats', playhead},
		{isReplay: true, hasTimes, size: {width, height: 40}},
	);

const rowsIn = (model: ReturnType<typeof open>): readonly string[] => {
	const source = selectInspectorRows(model.newest());
	return source.slice(0, source.count).map(({row}) =>
		row
			.map(part => part.text)
			.join('')
			.trimEnd(),
	);
};

test('shows what came, what took the time, the gaps and the rate of the exchange', () => {
	assert.deepEqual(rowsIn(open(first)), [
		'exchange 1 · 11 events · 643 B · 4 characters · 240 ms',
		'waited: since the event before it',
		'',
		'type                  events    bytes    waited  share',
		'request                    1      0 B      0 ms  0.0 %',
		'response                   1      0 B    100 ms 41.7 %  █████▉',
		'message_start              1    211 B     10 ms  4.2 %  ▋',
		'content_block_start        1     82 B     10 ms  4.2 %  ▋',
		'text_delta                 2    165 B     20 ms  8.3 %  █▏',
		'ping                       1     15 B     10 ms  4.2 %  ▋',
		'content_block_stop         1     39 B     10 ms  4.2 %  ▋',
		'message_delta              1    108 B     10 ms  4.2 %  ▋',
		'message_stop               1     23 B     10 ms  4.2 %  ▋',
		'end                        1      0 B     60 ms 25.0 %  ███▌',
		'',
		'gaps by block     gaps       min    median       p95       max',
		'[0] text             1     20 ms     20 ms     20 ms     20 ms',
		'all                  1     20 ms     20 ms     20 ms     20 ms',
		'',
		'rate over time',
		'events     █                       █  █ █ █  █ █  █ █  █             █',
		'           max 246/s, mean 46/s',
		'bytes                                 █ ▄ ▄  ▁ ▄  ▂ ▅  ▁',
		'           max 51.9 kB/s, mean 2.7 kB/s',
		'characters                                █    █',
		'           max 492/s, mean 17/s',
		'           0                                                    240 ms',
	]);
});

test('a tells about all exchanges, without the minute between them, and back', () => {
	const model = open([...first, ...second]);
	assert.match(rowsIn(model)[0] ?? '', /^exchange 2 · 9 events/);
	assert.match(rowsIn(model)[1] ?? '', /^a: all exchanges · /);
	keysOf(model).toggleAllStatistics();
	assert.match(rowsIn(model)[0] ?? '', /^2 exchanges · 20 events · .* · 440 ms$/);
	assert.ok(rowsIn(model).some(row => row.startsWith('text × 2 ')));
	keysOf(model).toggleAllStatistics();
	assert.match(rowsIn(model)[0] ?? '', /^exchange 2 /);
});

test('a on another tab opens the statistics of all exchanges', () => {
	const model = open([...first, ...second]);
	keysOf(model).usageTab();
	keysOf(model).toggleAllStatistics();
	assert.match(rowsIn(model)[0] ?? '', /^2 exchanges/);
});

test('belongs to the playhead, also after stepping back', () => {
	const model = open(first, {playhead: 6});
	assert.match(rowsIn(model)[0] ?? '', /^exchange 1 · 6 events/);
	keysOf(model).stepBack();
	assert.match(rowsIn(model)[0] ?? '', /^exchange 1 · 5 events/);
	assert.deepEqual(rowsIn(open([])), ['No exchange yet.']);
});

test('without times, only counts, bytes and characters are shown', () => {
	const rows = rowsIn(open(first, {hasTimes: false}));
	assert.ok(rows.some(row => /^type +events +bytes$/.test(row)));
	assert.ok(rows.some(row => /^block +events +bytes +characters$/.test(row)));
	assert.ok(!rows.some(row => /waited|rate|\d ms/.test(row)));
});

test('every row fits, at every width', () => {
	const hostile = tracedStream([{event: '\u001B]0;x\u0007 漢字漢字漢字漢字漢字漢字', data: '{}'}]);
	for (const events of [first, [...first, ...second], hostile]) {
		for (const width of [40, 60, 80, 120, 200]) {
			const model = open(events, {width});
			const source = selectInspectorRows(model.newest());
			for (const {row} of source.slice(0, source.count)) {
				const shown = row.map(part => part.text).join('');
				assert.ok(shown.length <= width - 2, `${width}: ${shown}`);
				assert.doesNotMatch(shown, /[\u0000-\u001F]/);
			}
		}
	}
});

test('a long trace is counted in steps, and says how far it is', () => {
	const delta = text(0, 'word');
	const long = tracedStream(
		message(blockStart(0), ...Array.from({length: 25_000}, () => delta), blockStop(0)),
	);
	const model = open(long);
	assert.match(rowsIn(model)[0] ?? '', /^counting events: \d+ %$/);
	for (let steps = 0; selectIsCounting(model.state) && steps < 10; steps++) {
		model.dispatch({name: 'continueFilter'});
	}

	assert.match(rowsIn(model)[0] ?? '', /^exchange 1 · 25,00\d events/);
});
