import assert from 'node:assert/strict';
import {test} from 'node:test';
import {gapWords} from '../../../source/text/drawings/gap-words.js';

test('the statistics of gaps are one phrase, with one gap in the singular', () => {
	assert.equal(
		gapWords({count: 1200, p50: 20, p90: 40.4, max: 1234}),
		'p50 20 ms · p90 40.4 ms · max 1.23 s · 1,200 gaps',
	);
	assert.match(gapWords({count: 1, p50: 5, p90: 5, max: 5}), / · 1 gap$/);
});
