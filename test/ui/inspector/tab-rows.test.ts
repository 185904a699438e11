import assert from 'node:assert/strict';
import {test} from 'node:test';
import {type TabName, tabNames} from '../../../source/ui/inspector/inspector-state.js';
import {tabAt, tabHeight, tabRows, tabTitle} from '../../../source/ui/inspector/tab-rows.js';

const findings = {count: 12, role: 'bad'};

const textOf = (...[current, room, count]: Parameters<typeof tabRows>) =>
	tabRows(current, room, count).map(row => row.map(segment => segment.text).join(''));

test('every letter of a tab’s name is at a column of that tab, whichever is open', () => {
	const rooms = [
		{width: 80, rows: 1},
		{width: 66, rows: 1},
		{width: 49, rows: 2},
	];
	for (const [current, room] of tabNames.flatMap(name => rooms.map(room => [name, room] as const))) {
		const rows = textOf(current, room, findings);
		for (const name of tabNames) {
			const row = rows.findIndex(text => text.includes(tabTitle(name)));
			const start = rows[row]?.indexOf(tabTitle(name)) ?? -1;
			const places = Array.from(name, (_, index) => ({row, column: start + index}));
			const found = places.map(place => tabAt(place, current, room, findings));
			assert.deepEqual(new Set(found), new Set([name]), `${name} while ${current} is open`);
		}
	}
});

test('there is no tab before the first one, nor below the last row', () => {
	assert.equal(tabAt({row: 0, column: -1}, 'message', {width: 80, rows: 1}), null);
	assert.equal(tabAt({row: 1, column: 3}, 'message', {width: 80, rows: 1}), null);
	assert.equal(tabAt({row: 1, column: 3}, 'message', {width: 49, rows: 2}), 'request');
});

test('the open tab and those around it keep their names if not all fit, and the others are the numbers of their keys', () => {
	const room = {width: 36, rows: 1};
	for (const current of tabNames) {
		const [text = ''] = textOf(current, room, findings);
		assert.ok(text.trimEnd().length <= 36, text);
		assert.match(text, new RegExp(`▸${tabTitle(current)}`));
		for (const [index, name] of tabNames.entries()) {
			const shown = text.includes(tabTitle(name)) ? tabTitle(name) : String(index + 1);
			assert.equal(tabAt({row: 0, column: text.indexOf(shown)}, current, room, findings), name);
		}
	}

	assert.deepEqual(textOf('message', {width: 49, rows: 1}), [
		'▸Message◂ Event  Timeline  Usage  5  6  7  8 ',
	]);
	assert.deepEqual(textOf('stats', {width: 40, rows: 1}), [' 1  2  3  4  5  Findings ▸Stats◂ Bytes ']);
	assert.deepEqual(textOf('message', {width: 20, rows: 1}), ['▸Message◂ 2  3  4  5  6  7  8 ']);
});

test('names are shown where they fit, first with less room between them', () => {
	const textAt = (width: number, current: TabName = 'message') =>
		textOf(current, {width, rows: 1})[0]?.trimEnd();
	assert.equal(textAt(68), '▸Message◂ Event  Timeline  Usage  Request  Findings    Stats  Bytes');
	assert.equal(textAt(67), '▸Message◂Event Timeline Usage Request Findings   Stats Bytes');
	assert.equal(textAt(67, 'findings'), ' Message Event Timeline Usage Request▸Findings◂  Stats Bytes');
	assert.equal(textAt(61, 'bytes'), ' Message Event Timeline Usage Request Findings   Stats▸Bytes◂');
});

test('a tall pane that is too narrow for all names has them in two rows', () => {
	assert.deepEqual(textOf('findings', {width: 49, rows: 2}, findings), [
		' Message  Event        Timeline  Usage ',
		' Request ▸Findings 12◂ Stats     Bytes ',
	]);
	assert.deepEqual(
		[
			[61, 40],
			[60, 40],
			[60, 10],
			[42, 40],
			[30, 40],
		].map(([width = 0, height = 0]) => tabHeight(width, height)),
		[1, 2, 1, 2, 1],
	);
});
