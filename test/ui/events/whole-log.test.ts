import assert from 'node:assert/strict';
import {test} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import {createTheme} from '../../../source/text/theme.js';
import {selectEventLog} from '../../../source/ui/events/select-event-log.js';
import type {ScreenStore} from '../../../source/ui/screen/screen-store.js';
import {keysOf, screenOf} from '../../helpers/drawn-pane.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {
	blockStart,
	blockStop,
	message,
	messageStart,
	ping,
	text,
} from '../../messages/conformance/sample-stream.js';

const events = [
	...tracedStream(
		message(blockStart(0), ...Array.from({length: 60}, (_, index) => text(0, `w${index}`)), blockStop(0)),
	),
	complete(2000),
];

/** A recording at a playhead, in colour, with the log alone on the screen. */
const recorded = (playhead: number) =>
	screenOf(
		events,
		{focus: 'events', isZoomed: true, playhead},
		{isReplay: true, theme: createTheme('dark', 2, 'dark'), size: {width: 100, height: 24}},
	);

const rowsIn = (model: ScreenStore) =>
	(selectEventLog(model.newest())?.lines ?? []).slice(1).map(line => ({
		text: stripVTControlCharacters(line).trimEnd(),
		line,
	}));

const numberOf = (row: string) => Number(/\d+/.exec(row)?.[0]);

test('the log of a recording holds all rows, those behind the playhead dim, and the playhead’s is marked', () => {
	const rows = rowsIn(recorded(30));
	const at = rows.findIndex(({text}) => text.startsWith('▶'));
	assert.equal(numberOf(rows[at]?.text ?? ''), 30);
	assert.ok(at > 5 && at < rows.length - 3);
	const {theme} = recorded(30).state;
	const dim = theme.style('x', 'dim').split('x');
	// What is left of a row without its dim parts.
	const rest = (line: string) =>
		line
			.split(dim[0] ?? '')
			.map((part, index) =>
				index === 0 ? part : part.slice(part.indexOf(dim[1] ?? '') + (dim[1] ?? '').length),
			)
			.join('')
			.trim();
	assert.deepEqual(new Set(rows.slice(at + 1).map(({line}) => rest(line))), new Set(['']));
	assert.ok(rows.slice(0, at).every(({line}) => rest(line) !== ''));
});

test('the row of the playhead keeps its place from step to step', () => {
	const model = recorded(30);
	const places = Array.from({length: 10}, () => {
		keysOf(model).stepForward();
		return rowsIn(model).findIndex(({text}) => text.startsWith('▶'));
	});
	assert.equal(new Set(places).size, 1);
});

test('the title says where the playhead is in the recording', () => {
	const title = (model: ScreenStore) =>
		(selectEventLog(model.newest())?.title ?? []).map(({text}) => text).join('');
	assert.equal(title(recorded(30)), `Events 30 of ${events.length}`);
	assert.equal(title(recorded(events.length)), `Events ${events.length}`);
});

test('a hit is lit in its row, whatever its case', () => {
	const model = recorded(30);
	keysOf(model).openSearch();
	model.dispatch({name: 'submitField', value: 'W27'});
	assert.equal(model.state.notice, 'hit 1 of 1');
	const {theme} = model.state;
	const lit = rowsIn(model).filter(({line}) => line.includes(theme.style('w27', 'highlight')));
	assert.equal(lit.length, 1);
});

test('the next gap says how long it was, and since what, whatever pings came in between', () => {
	const [request, response, start, ...rest] = tracedStream(
		[messageStart(), ping, ping, ping, blockStart(0), text(0, 'a'), ping, text(0, 'b')],
		{pace: 800},
	);
	assert.ok(request && response && start);
	const model = screenOf(
		[request, response, start, ...rest],
		{focus: 'events', playhead: 1},
		{isReplay: true},
	);
	const said = [1, 2].map(() => {
		keysOf(model).nextGap();
		return model.state.notice;
	});
	assert.deepEqual(said, ['3.20 s since message_start', '1.60 s since the last content']);
});
