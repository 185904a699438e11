import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {
	selectInspectorList,
	selectInspectorRows,
} from '../../../source/ui/inspector/select-inspector-rows.js';
import {keysOf, screenOf} from '../../helpers/drawn-pane.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {blockStart, blockStop, message, ping, text} from '../../messages/conformance/sample-stream.js';

const events: readonly TraceEvent[] = [
	...tracedStream(
		message(
			blockStart(0),
			text(0, 'one'),
			ping,
			text(0, 'two'),
			{event: 'odd', data: 'a\u0000b'},
			blockStop(0),
		),
		{perRead: 3},
	),
	complete(900),
];

const open = (position: number, {width = 100, trace = events, hasTimes = true} = {}) => {
	const model = screenOf(
		trace,
		{focus: 'inspector', isZoomed: true, tab: 'bytes', playhead: trace.length},
		{isReplay: true, hasTimes, size: {width, height: 40}},
	);
	model.dispatch({name: 'selectEvent', position});
	return model;
};

const rowsIn = (model: ReturnType<typeof open>): readonly string[] => {
	const source = selectInspectorRows(model.newest());
	return source.slice(0, source.count).map(({row}) => row.map(part => part.text).join(''));
};

test('shows the read of the selected event: its size, its time, its edges, and all events in it', () => {
	assert.deepEqual(rowsIn(open(6)), [
		'read 2 · 3 events · 175 bytes · at 140 ms, 30 ms after read 1',
		'Each event is written again as it goes over the wire: its data is exact, its line ends and the',
		'spaces after colons are the API’s.',
		'┌── read 2',
		'├ #6 35 bytes',
		'event: ping',
		'data: {"type":"ping"}',
		'▸ #7 118 bytes',
		'event: content_block_delta',
		'data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"two"}}',
		'├ #8 22 bytes',
		'00000000  65 76 65 6e 74 3a 20 6f  64 64 0a 64 61 74 61 3a  |event: odd.data:|',
		'00000010  20 61 00 62 0a 0a                                 | a.b..|',
		'└── read 3 came 30 ms later',
	]);
});

test('what is not text is in hex, by itself', () => {
	const rows = rowsIn(open(7));
	const start = rows.findIndex(row => row.startsWith('▸ #8'));
	assert.deepEqual(rows.slice(start + 1, start + 3), [
		'00000000  65 76 65 6e 74 3a 20 6f  64 64 0a 64 61 74 61 3a  |event: odd.data:|',
		'00000010  20 61 00 62 0a 0a                                 | a.b..|',
	]);
});

test('r shows all in hex, and back', () => {
	const model = open(6);
	const before = rowsIn(model);
	keysOf(model).toggleRaw();
	assert.equal(model.state.tab, 'bytes');
	assert.ok(
		rowsIn(model).includes('00000000  65 76 65 6e 74 3a 20 70  69 6e 67 0a 64 61 74 61  |event: ping.data|'),
	);
	keysOf(model).toggleRaw();
	assert.deepEqual(rowsIn(model), before);
});

test('y copies what is shown, with whole lines', () => {
	const model = open(6, {width: 50});
	const texts: string[] = [];
	model.onEffect(effect => texts.push(...(effect.name === 'copy' ? [effect.text] : [])));
	keysOf(model).copyTab();
	assert.match(texts[0] ?? '', /^read 2 .*\n/);
	assert.match(texts[0] ?? '', /\nevent: content_block_delta\ndata: \{.*"text":"two"\}\}\n/);
	assert.match(texts[0] ?? '', /\n00000010 {2}20 61 00 62/);
});

test('an event that may have begun in an earlier read says so', () => {
	const cut = events.map(event =>
		event.type === 'sse' && event.chunk > 1 ? {...event, chunk: event.chunk + 3} : event,
	);
	assert.ok(
		rowsIn(open(6, {trace: cut})).some(row =>
			row.startsWith('The first event began in an earlier read, at most 3 before'),
		),
	);
});

test('an answer that is no stream shows its body, and what is not on the wire says so', () => {
	const body: readonly TraceEvent[] = [
		...tracedStream([], {contentType: 'application/json'}),
		{type: 'body', at: 120, exchange: 1, attempt: 1, data: '{"a":1}', omitted: 5},
	];
	assert.deepEqual(rowsIn(open(2, {trace: body})), [
		'#3 body · 7 bytes',
		'',
		'{"a":1}',
		'… 5 more characters were not kept',
	]);
	assert.match(
		rowsIn(open(0)).join(' '),
		/^#1 request: only events of a stream and bodies keep their bytes\.$/,
	);
});

test('without times there is none', () => {
	assert.ok(rowsIn(open(6, {hasTimes: false})).every(row => !/\d ms/.test(row)));
});

test('the selected event is in sight in a long read', () => {
	const many = tracedStream(
		Array.from({length: 500}, (_, index) => text(0, `${index}`)),
		{perRead: 500},
	);
	const model = open(300, {trace: many});
	const {top} = selectInspectorList(model.newest());
	assert.ok(
		rowsIn(model)
			.slice(top, top + 36)
			.some(row => row.startsWith('▸ #301')),
	);
});

test('every row fits, and shows no control character', () => {
	const hostile = tracedStream([{event: '\u001B]0;x\u0007', data: '漢字'.repeat(200)}]);
	for (const width of [40, 80, 120, 200]) {
		for (const row of [...rowsIn(open(2, {trace: hostile, width})), ...rowsIn(open(7, {width}))]) {
			assert.doesNotMatch(row, /[\u0000-\u001F\u007F-\u009F]/);
			assert.ok(row.length <= width);
		}
	}
});
