import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {longestGaps, runGaps, runText} from '../../source/analysis/delta-run.js';
import {tracedStream} from '../helpers/traced-stream.js';
import {messageStart, text} from '../messages/conformance/sample-stream.js';

const events = tracedStream([messageStart(), text(0, 'soil '), text(0, 'is '), text(0, 'dark')], {pace: 20});
const run = {first: 3, last: 5};

test('the text of a run is what its deltas add up to, cut to what is asked for', () => {
	assert.equal(runText(events, run, 100), 'soil is dark');
	assert.equal(runText(events, run, 7), 'soil is');
});

test('only as many deltas are read as the text needs', () => {
	let read = 0;
	const watched = new Proxy(events, {
		get(target, key) {
			read += typeof key === 'string' && /^\d+$/.test(key) ? 1 : 0;
			return Reflect.get(target, key);
		},
	});
	runText(watched, run, 3);
	assert.equal(read, 1);
});

test('a run has one gap fewer than deltas', () => {
	assert.deepEqual(runGaps(events, run), [20, 20]);
	assert.deepEqual(runGaps(events, {first: 3, last: 3}), []);
});

test('the longest gap is in the chart, however many gaps share a cell', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(10_000), {minLength: 1}), fc.integer({min: 1, max: 80}), (gaps, width) => {
			const shown = longestGaps(gaps, width);
			assert.equal(shown.length, Math.min(width, gaps.length));
			assert.equal(Math.max(...shown), Math.max(...gaps));
		}),
	);
});
