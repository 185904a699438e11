import assert from 'node:assert/strict';
import {test} from 'node:test';
import {tabNames} from '../../../source/ui/inspector/inspector-state.js';
import {tabAt, tabRow, tabTitle} from '../../../source/ui/inspector/tab-row.js';

test('every letter of a tab’s name is at a column of that tab, whichever is open', () => {
	for (const current of tabNames) {
		const text = tabRow(current, 80, {count: 12, role: 'bad'})
			.map(segment => segment.text)
			.join('');
		for (const name of tabNames) {
			const start = text.indexOf(tabTitle(name));
			const columns = Array.from(name, (_, index) => tabAt(start + index, current, 80));
			assert.deepEqual(new Set(columns), new Set([name]), `${name} while ${current} is open`);
		}
	}
});

test('there is no tab before the first one', () => {
	assert.equal(tabAt(-1, 'message', 80), null);
});

test('the open tab’s name stays whole if not all names fit, and the others stay distinguishable', () => {
	for (const current of tabNames) {
		const text = tabRow(current, 44, {count: 2, role: 'bad'})
			.map(segment => segment.text)
			.join('');
		assert.ok(text.trimEnd().length <= 44, text);
		assert.match(text, new RegExp(`▸${tabTitle(current)}`));
		for (const name of tabNames) {
			assert.equal(tabAt(text.indexOf(tabTitle(name).slice(0, 3)), current, 44), name);
		}
	}
});

test('names are cut no more than there is need for', () => {
	const textAt = (width: number) =>
		tabRow('message', width)
			.map(segment => segment.text)
			.join('')
			.trimEnd();
	assert.match(textAt(60), /▸Message◂ {2}Event {3}Timeline {3}Usage {3}Request {3}Findings/);
	assert.match(textAt(59), /▸Message◂ {2}Event {3}Timelin {3}Usage {3}Request {3}Finding/);
	assert.match(textAt(30), /▸Message◂ {2}Eve {3}Tim {3}Usa {3}Req {3}Fin/);
});
