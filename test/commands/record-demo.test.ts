import assert from 'node:assert/strict';
import {test} from 'node:test';
import {demoIn, recordDemo} from '../../source/commands/record-demo.js';
import type {SessionLine} from '../../source/recording/recording-format.js';

test('what the demo plays is recorded when it changes, and read back', () => {
	const lines: SessionLine[] = [];
	let present: {scenario: string; speed: number | 'max'} | null = {scenario: 'chat', speed: 1};
	const record = recordDemo({demo: {present: () => present}, others: [], note: line => lines.push(line)});
	record();
	present = {scenario: 'stall', speed: 'max'};
	record();
	record();
	present = null;
	record();
	assert.deepEqual(lines, [{type: 'demo', scenario: 'stall', speed: 'max'}]);
	assert.deepEqual(demoIn(lines.map(line => ({before: 1, line}))), {scenario: 'stall', speed: 'max'});
});

test('a recording that says nothing, or names what does not exist here, plays the usual demo', () => {
	for (const fields of [
		[],
		[{scenario: 'constructor', speed: 0}],
		[{scenario: 1, speed: '4'}],
		[{speed: 1e9}],
	]) {
		const others = fields.map(field => ({before: 0, line: {type: 'demo', ...field}}));
		assert.deepEqual(demoIn(others), {scenario: 'chat', speed: 1});
	}
});
