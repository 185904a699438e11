import assert from 'node:assert/strict';
import {test} from 'node:test';
import {everything} from '../../../source/analysis/log-index.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {EventLog} from '../../../source/ui/events/event-log.js';
import {selectEventLog} from '../../../source/ui/events/select-event-log.js';
import type {ScreenState} from '../../../source/ui/screen/screen-state.js';
import type {ScreenStore} from '../../../source/ui/screen/screen-store.js';
import {paneOf, rowsOf, screenOf} from '../../helpers/drawn-pane.js';
import {filterOf} from '../../helpers/filter-of.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {
	blockStart,
	blockStop,
	errorEvent,
	message,
	messageStart,
	ping,
	text,
} from '../../messages/conformance/sample-stream.js';

/** The rows below the column headings. */
const rowsIn = (model: ScreenStore): readonly string[] => {
	const rows = rowsOf(paneOf(EventLog, selectEventLog(model.newest())));
	assert.match(rows[0] ?? '', /Events/);
	assert.ok(rows.every(row => row.length <= 100));
	return rows.slice(2).filter(row => row !== '');
};

/** The log alone on the screen, 100 columns wide. */
const drawn = (events: readonly TraceEvent[], state: Partial<ScreenState> = {}) =>
	rowsIn(screenOf(events, {focus: 'events', isZoomed: true, ...state}));

const words = (row: string | undefined) => (row ?? '').trim().split(/\s+/);

const stream = [...tracedStream(message(ping, blockStart(0), text(0, 'Cats'), blockStop(0))), complete(300)];

test('each event has a row with its number, its times, its name and its content', () => {
	const rows = drawn(stream);
	assert.deepEqual(
		rows.map(row => words(row)[0]),
		['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
	);
	for (const [row, part] of [
		[0, /0\.0 .*request .*POST/],
		[1, /100\.0 +100\.0 .*response .*200 req_1/],
		[2, /110\.0 +10\.0 .*message_start .*in 9 out 1/],
		[3, /120\.0 +10\.0 .*ping/],
		[4, /130\.0 +10\.0 .*content_block_start \[0\] text/],
		[5, /140\.0 +10\.0 .*content_block_delta \[0\] "Cats"/],
		[6, /150\.0 +10\.0 .*content_block_stop +\[0\]/],
		[7, /160\.0 +10\.0 .*message_delta .*end_turn/],
		[8, /170\.0 +10\.0 .*message_stop/],
		[9, /300\.0 +130\.0 .*end .*complete/],
	] as const) {
		assert.match(rows[row] ?? '', part);
	}
});

test('each kind of event has a sign of its own', () => {
	const signs = drawn([...stream, ...tracedStream([errorEvent], {exchange: 2}).slice(2)])
		.filter(row => !row.startsWith('──'))
		.map(
			row =>
				/(\S+) (?:request|response|message_start|ping|content_block_\w+|message_delta|message_stop|end|error)\b/.exec(
					row,
				)?.[1],
		);
	assert.equal(signs.length, 11);
	assert.equal(new Set(signs).size, 11);
});

test('the SDK’s verdict on an event is a sign in its row', () => {
	const model = screenOf(stream, {columns: ['request', 'delta', 'sdk', 'block']});
	for (const [position, verdict] of [
		[2, 'yielded'],
		[3, 'dropped'],
		[4, 'pending'],
		[5, 'thrown'],
	] as const) {
		model.state.lane.judge(position, verdict);
	}

	const signs = rowsIn(model).map(row => words(row)[3]);
	assert.equal(new Set(signs.slice(2, 6)).size, 4);
});

test('an unnamed event, a broken one and a cut-off one say so', () => {
	const rows = drawn(
		tracedStream([
			{event: null, data: '{"type":"message_start"}'},
			{event: 'content_block_delta', data: '{"type":'},
			{event: 'message_stop', data: '{"ty', unterminated: true},
			{event: 'novelty', data: '{"type":"novelty","words":"hello"}'},
		]),
	);
	assert.match(rows[2] ?? '', /message_start .*no event name/);
	assert.match(rows[3] ?? '', /content_block_delta .*not JSON/);
	assert.match(rows[4] ?? '', /message_stop .*cut off/);
	assert.match(rows[5] ?? '', /novelty .*hello/);
});

test('it follows the newest event, or stays where the user went', () => {
	const many = tracedStream([
		messageStart(),
		blockStart(0),
		...Array.from({length: 100}, (_, index) => text(0, `w${index}`)),
	]);
	assert.match(drawn(many).at(-1) ?? '', /^ *104 .*"w99"/);
	const stands = drawn(many, {log: {isFollowing: false, selected: 3, top: 0}});
	assert.match(stands[0] ?? '', /^ *1 /);
	assert.doesNotMatch(stands.at(-1) ?? '', /w99/);
});

test('folded deltas are one row with their number and length; a filter leaves the others out', () => {
	const events = tracedStream([
		messageStart(),
		blockStart(0),
		text(0, 'ab'),
		text(0, 'cde'),
		ping,
		text(0, 'f'),
	]);
	const folded = drawn([...events, complete(300)], {filter: {...everything, isFolded: true}});
	assert.equal(folded.length, 8);
	assert.match(folded[4] ?? '', /^ *5 .*content_block_delta .*2 .*5/);
	const filtered = drawn(events, {filter: {...everything, passing: filterOf('type:ping')}});
	assert.deepEqual(
		filtered.map(row => words(row)[0]),
		['7'],
	);
});

test('no byte of an event is a command to the terminal', () => {
	const attack = '\u001B]0;HACKED\u0007\u001B[2J\u009B31m\u202E';
	const rows = drawn(
		tracedStream([
			{event: attack, data: attack},
			text(0, attack),
			{type: 'error', error: {type: attack, message: attack}},
			blockStart(0, {type: 'tool_use', name: attack}),
		]),
	);
	assert.ok(rows.every(row => !/[\u0000-\u001F\u007F-\u009F\u202E]/.test(row)));
	assert.match(rows.join('\n'), /HACKED/);
});

test('with network reads shown, every row aligns with the column headings', () => {
	const [head = '', ...rows] = rowsOf(
		paneOf(
			EventLog,
			selectEventLog(
				screenOf(stream, {focus: 'events', isZoomed: true, columns: ['request', 'delta', 'sdk', 'read']})
					.state,
			),
		),
	).slice(1, -1);
	const column = head.indexOf('event');
	for (const [row, name] of [
		[0, 'request'],
		[1, 'response'],
		[2, 'message_start'],
		[9, 'end'],
	] as const) {
		assert.equal(rows[row]?.indexOf(` ${name}`), column - 1, rows[row]);
	}
});

const meanings = (rows: readonly string[]) => rows.map(row => words(row).slice(1, 4).join(' '));

test('before the first exchange, the log says which events will come and what they mean', () => {
	assert.deepEqual(meanings(drawn([])), [
		'request Your prompt',
		'response The API',
		'message_start Opens the',
		'content_block_start Opens a',
		'content_block_delta Adds something',
		'content_block_stop Closes a',
		'message_delta Says why',
		'message_stop Ends the',
	]);
});

test('as events come, only those that are still to come stay below them', () => {
	const rows = drawn(stream.slice(0, 6));
	assert.match(rows[5] ?? '', /^ +6 .*content_block_delta \[0\] "Cats"/);
	assert.deepEqual(meanings(rows.slice(6)), [
		'content_block_stop Closes a',
		'message_delta Says why',
		'message_stop Ends the',
	]);
	const column = rows[5]?.indexOf('content_block_delta');
	assert.equal(rows[6]?.indexOf('content_block_stop'), column);
});

test('nothing is expected after the end, while a recording is played, through a filter, or while the log does not follow', () => {
	assert.equal(drawn(stream).length, 10);
	assert.deepEqual(rowsIn(screenOf([], {focus: 'events', isZoomed: true}, {isReplay: true})), []);
	assert.deepEqual(drawn([], {filter: {...everything, passing: filterOf('x')}}), []);
});

test('what is still to come stands under the headings of the columns that were chosen', () => {
	const columns = ['clock', 'delta', 'bytes', 'read', 'block'] as const;
	const [head = '', ...rows] = rowsOf(
		paneOf(EventLog, selectEventLog(screenOf([], {focus: 'events', isZoomed: true, columns}).state)),
	).slice(1);
	assert.equal(
		rows.find(row => row.includes('message_start'))?.indexOf('message_start'),
		head.indexOf('event'),
	);
});

test('in a narrow log the short names stand in their column', () => {
	const narrow = (events: readonly TraceEvent[]) =>
		rowsIn(screenOf(events, {focus: 'events', isZoomed: true}, {size: {width: 48, height: 30}}));
	const rows = narrow(stream.slice(0, 3));
	assert.equal(rows[3]?.indexOf('┌'), rows[2]?.indexOf('●'));
	assert.ok([...rows, ...narrow([])].every(row => row.length <= 48));
});
