import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {historyWindow, scrollHistory} from '../../../source/ui/conversation/history-scroll.js';

const turnCounts = fc.array(fc.integer({min: 1, max: 9}), {minLength: 1, maxLength: 12});

test('the window stays full when turns get fewer lines than one had scrolled to', () => {
	fc.assert(
		fc.property(
			turnCounts,
			turnCounts,
			fc.integer({min: 1, max: 15}),
			fc.nat(30),
			(counts, later, height, up) => {
				const scroll = scrollHistory('tail', -up, counts.length, height, turn => counts[turn] ?? 0);
				const changed = counts.map((count, turn) => later[turn] ?? count);
				const total = changed.reduce((sum, count) => sum + count, 0);
				const window = historyWindow(scroll, changed.length, height, turn => changed[turn] ?? 0);
				assert.equal(window.length, Math.min(height, total));
			},
		),
	);
});
