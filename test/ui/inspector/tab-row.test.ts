import assert from 'node:assert/strict';
import {test} from 'node:test';
import {type TabName, tabNames} from '../../../source/ui/inspector/inspector-state.js';
import {tabAt, tabRow, tabTitle} from '../../../source/ui/inspector/tab-row.js';

const findings = {count: 12, role: 'bad'};

test('every letter of a tab’s name is at a column of that tab, whichever is open', () => {
	for (const [current, width] of tabNames.flatMap(name => [[name, 80] as const, [name, 66] as const])) {
		const text = tabRow(current, width, findings)
			.map(segment => segment.text)
			.join('');
		for (const name of tabNames) {
			const start = text.indexOf(tabTitle(name));
			const columns = Array.from(name, (_, index) => tabAt(start + index, current, width, findings));
			assert.deepEqual(new Set(columns), new Set([name]), `${name} while ${current} is open`);
		}
	}
});

test('there is no tab before the first one', () => {
	assert.equal(tabAt(-1, 'message', 80), null);
});

test('the open tab’s name stays whole if not all names fit, and the others are the numbers of their keys', () => {
	for (const current of tabNames) {
		const text = tabRow(current, 36, findings)
			.map(segment => segment.text)
			.join('');
		assert.ok(text.trimEnd().length <= 36, text);
		assert.match(text, new RegExp(`▸${tabTitle(current)}`));
		for (const [index, name] of tabNames.entries()) {
			const shown = name === current ? tabTitle(name) : String(index + 1);
			assert.equal(tabAt(text.indexOf(shown), current, 36, findings), name);
		}
	}
});

test('names are shown where they fit, first with less room between them', () => {
	const textAt = (width: number, current: TabName = 'message') =>
		tabRow(current, width)
			.map(segment => segment.text)
			.join('')
			.trimEnd();
	assert.equal(textAt(68), '▸Message◂ Event  Timeline  Usage  Request  Findings    Stats  Bytes');
	assert.equal(textAt(67), '▸Message◂Event Timeline Usage Request Findings   Stats Bytes');
	assert.equal(textAt(67, 'findings'), ' Message Event Timeline Usage Request▸Findings◂  Stats Bytes');
	assert.equal(textAt(61, 'bytes'), ' Message Event Timeline Usage Request Findings   Stats▸Bytes◂');
	assert.equal(textAt(60), '▸Message◂ 2  3  4  5  6  7  8');
});
