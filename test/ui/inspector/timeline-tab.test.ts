import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {selectPosition} from '../../../source/ui/events/select-log.js';
import {selectInspectorRows} from '../../../source/ui/inspector/select-inspector-rows.js';
import {labelWidth} from '../../../source/ui/inspector/timeline-axis.js';
import type {ScreenStore} from '../../../source/ui/screen/screen-store.js';
import {selectInside} from '../../../source/ui/screen/select-layout.js';
import {keysOf, screenOf} from '../../helpers/drawn-pane.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {blockStart, blockStop, message, ping, text} from '../../messages/conformance/sample-stream.js';

const refused: readonly TraceEvent[] = tracedStream([], {status: 429, contentType: 'application/json'});
const answer = tracedStream(
	message(ping, blockStart(0), ...Array.from({length: 40}, (_, index) => text(0, `w${index}`)), blockStop(0)),
	{attempt: 2, pace: 100},
).map(event => ({...event, at: event.at + 2000}));
const events: readonly TraceEvent[] = [...refused, ...answer, complete(8000)];

const open = (width: number, height: number, recording = events) =>
	screenOf(
		recording,
		{focus: 'inspector', isZoomed: true, tab: 'timeline', playhead: recording.length},
		{isReplay: true, size: {width, height}},
	);

const rowsIn = (model: ScreenStore): readonly string[] => {
	const source = selectInspectorRows(model.newest());
	return source.slice(0, source.count).map(({row}) => row.map(part => part.text).join(''));
};

/** The rows of drawings, without the words below them. */
const drawings = (model: ScreenStore) => {
	const rows = rowsIn(model);
	return rows.slice(
		0,
		rows.findIndex(row => row.startsWith('gaps between content deltas')),
	);
};

const rowOf = (model: ScreenStore, label: RegExp) => drawings(model).find(row => label.test(row)) ?? '';

for (const [width, height] of [
	[200, 50],
	[120, 40],
	[80, 24],
	[40, 20],
] as const) {
	test(`at ${width}×${height}, every drawing’s zero is in the same column`, () => {
		const model = open(width, height);
		const room = labelWidth(selectInside(model.newest(), 'inspector').width);
		const rows = drawings(model);
		assert.equal(rowOf(model, /^time/).indexOf('│0'), room);
		assert.equal(rowOf(model, /^#1 · 4/).search(/[░█]/), room);
		assert.equal(rowOf(model, /TTFT/).indexOf('··'), room);
		assert.equal(rowOf(model, /^silence/).search(/[┄∙]/), room);
		for (const row of rows) {
			assert.match(row.slice(room - 1, room), /^ $/, row);
			assert.ok(row.length <= width - 2, row);
		}
	});
}

test('an attempt that was refused, the wait after it and the answer follow each other', () => {
	const model = open(120, 40);
	assert.match(rowOf(model, /^#1/), /^#1 · 429 · wait 1\.90 s *░█┄{15,}/);
	assert.match(rowOf(model, /^#2/), /^#2 · 200 +░+█+$/);
});

test('what happened at one time is in one column of all drawings, at every zoom', () => {
	const model = open(120, 40);
	const first = events.findIndex(event => event.type === 'sse' && event.data.includes('"w0"'));
	for (let zoom = 0; zoom < 8; zoom++) {
		model.dispatch({name: 'selectEvent', position: first});
		const [ttft, block] = [rowOf(model, /^TTFT/), rowOf(model, /^\[0\]/)];
		const column = ttft.indexOf('┃');
		assert.ok(column > 0);
		assert.match(block.charAt(column), /[░▒▓█]/);
		assert.match(rowOf(model, /^silence/).charAt(column), /▪/);
		assert.match(rowOf(model, /^deltas/).charAt(column), /[▁-█]/);
		keysOf(model).zoomIn();
	}

	assert.match(rowOf(model, /^time/), /^time, zoomed ×256/);
});

test('the silence row tells thinking, pings and nothing apart', () => {
	const thinking = {
		event: 'content_block_start',
		data: '{"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}}',
	};
	const at = (event: TraceEvent, index: number) => ({...event, at: index * 1000});
	const hidden = tracedStream(
		message(ping, thinking, ping, blockStop(0), blockStart(1), text(1, 'Hi'), blockStop(1)),
	).map(at);
	const row = rowOf(open(120, 40, hidden), /^silence/);
	assert.match(row, /┄+∙┄+∙┄+•┄+░{8,}∙?.*▪/);
});

test('the cursor goes from cell to cell, and a cell that is clicked selects its event', () => {
	const model = open(120, 40);
	const {cursorRight, cursorLeft} = keysOf(model);
	model.dispatch({name: 'selectEvent', position: 2});
	const visited = Array.from({length: 5}, () => {
		cursorRight();
		return selectPosition(model.newest());
	});
	assert.deepEqual(
		visited,
		visited.toSorted((a, b) => a - b),
	);
	assert.equal(new Set(visited).size, 5);
	cursorLeft();
	assert.equal(selectPosition(model.newest()), visited[3]);
	for (let index = 0; index < 200; index++) {
		cursorRight();
	}

	assert.equal(selectPosition(model.newest()), events.length - 1);
	assert.equal(model.state.notice, 'no later event in this exchange');
	const room = labelWidth(selectInside(model.newest(), 'inspector').width);
	model.dispatch({name: 'pressPane', pane: 'inspector', cell: {row: 5, column: room + 2}});
	assert.equal(selectPosition(model.newest()), 1);
});

test('a hundred thousand deltas are drawn as quickly as a hundred', () => {
	const long = tracedStream(
		message(blockStart(0), ...Array.from({length: 100_000}, () => text(0, 'w')), blockStop(0)),
	);
	const model = open(120, 40, long);
	rowsIn(model);
	const times = Array.from({length: 20}, (_, index) => {
		model.dispatch({name: 'selectEvent', position: 1000 + index * 4000});
		const start = performance.now();
		rowsIn(model);
		return performance.now() - start;
	}).sort((a, b) => a - b);
	assert.ok((times[10] ?? 0) < 25, `${times[10]} ms`);
});
