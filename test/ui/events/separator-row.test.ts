import assert from 'node:assert/strict';
import {test} from 'node:test';
import {selectEventLog} from '../../../source/ui/events/select-event-log.js';
import {selectPosition} from '../../../source/ui/events/select-log.js';
import {keysOf, pointAt, screenOf} from '../../helpers/drawn-pane.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {message, textBlock} from '../../messages/conformance/sample-stream.js';

const noon = new Date(2026, 10, 28, 12, 0, 0).getTime();
const body = {stream: true, model: 'claude-sonnet-4-5'};
const exchange = (number: number) =>
	[...tracedStream(message(...textBlock(0)), {exchange: number, body}), complete(900, number)].map(event => ({
		...event,
		at: event.at + number * 60_000,
	}));
const events = [...exchange(1), ...exchange(2), ...exchange(3)];
const length = events.length / 3;

const open = (size = {width: 100, height: 60}, state = {}) =>
	screenOf(events, {focus: 'events', isZoomed: true, ...state}, {size, wallTime: at => noon + at});

const linesOf = (model: ReturnType<typeof open>) => selectEventLog(model.newest())?.lines.slice(1) ?? [];
const titleOf = (model: ReturnType<typeof open>) =>
	(selectEventLog(model.newest())?.title ?? []).map(({text}) => text).join('');

test('a line between two exchanges names the second: its number, time, model and status', () => {
	const lines = linesOf(open());
	const separators = lines.flatMap((line, index) =>
		line.startsWith('──') ? [[index, line.replace(/─+$/, '')]] : [],
	);
	assert.deepEqual(separators, [
		[length, '── 2 · 12:02:00 · claude-haiku-5-5 · 200 '],
		[2 * length + 1, '── 3 · 12:03:00 · claude-haiku-5-5 · 200 '],
	]);
	assert.equal(titleOf(open()), `Events ${events.length}`);
});

test('the selection goes over a separator in both directions', () => {
	const model = open();
	keysOf(model).logTop();
	const down = events.map(() => {
		const position = selectPosition(model.newest());
		keysOf(model).logDown();
		return position;
	});
	assert.deepEqual(
		down,
		events.map((_, position) => position),
	);
	keysOf(model).logTail();
	const up = events.map(() => {
		const position = selectPosition(model.newest());
		keysOf(model).logUp();
		return position;
	});
	assert.deepEqual(up, [...down].reverse());
});

test('a page, the wheel and a press never end on a separator', () => {
	for (const height of [10, 12, 13, 24]) {
		const model = open({width: 80, height});
		const {logPageUp, logPageDown, logTop} = keysOf(model);
		for (const go of [
			logTop,
			...Array.from({length: 12}, () => logPageDown),
			...Array.from({length: 12}, () => logPageUp),
		]) {
			go();
			model.dispatch({name: 'scroll', over: 'events', by: 1});
			const marked = linesOf(model).filter(line => line.startsWith('▸'));
			assert.ok(model.state.log.isFollowing || marked.length === 1);
		}
	}

	const model = open();
	const row = linesOf(model).findIndex(line => line.startsWith('──'));
	// The header, the pane's title and the headings are above the rows.
	pointAt(model, {kind: 'press', x: 10, y: row + 3});
	assert.equal(selectPosition(model.newest()), length);
});

test('search and filter go over separators, and the filtered log keeps them', () => {
	const model = open();
	keysOf(model).openFilter();
	model.dispatch({name: 'submitField', value: 'type:message_stop'});
	assert.deepEqual(
		linesOf(model)
			.filter(line => line.trim() !== '')
			.map(line => /^── \d|message_stop/.exec(line)?.[0]),
		['message_stop', '── 2', 'message_stop', '── 3', 'message_stop'],
	);
	assert.equal(titleOf(model), 'Events 3 of 27');
	keysOf(model).logTop();
	keysOf(model).logDown();
	assert.equal((selectEventLog(model.newest())?.note ?? [])[0]?.text.startsWith('2 of 3'), true);
});

test('in every size, a separator is one line that fits', () => {
	for (const size of [
		{width: 40, height: 10},
		{width: 80, height: 24},
		{width: 120, height: 40},
		{width: 200, height: 50},
	]) {
		const model = open(size);
		keysOf(model).logTop();
		for (const _ of events) {
			assert.ok(linesOf(model).every(line => line.length <= size.width));
			keysOf(model).logDown();
		}
	}
});
