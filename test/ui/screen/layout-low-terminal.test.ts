import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {layoutScreen, paneSize} from '../../../source/ui/screen/layout.js';

test('a pane that is on the screen has room for a row inside its frame, at every size', () => {
	const size = fc.record({width: fc.integer({min: 40, max: 300}), height: fc.integer({min: 10, max: 100})});
	fc.assert(
		fc.property(size, screen => {
			const layout = layoutScreen(screen, {
				focus: 'prompt',
				isZoomed: false,
				hasEvents: true,
				isPresenting: false,
				split: 0.42,
				logShare: 0.55,
				promptHeight: 3,
			});
			for (const pane of ['history', 'events', 'inspector'] as const) {
				const found = paneSize(layout, pane);
				// Two for the frame; the log and the inspector have a row of heads as well.
				const least = pane === 'history' ? 3 : 4;
				assert.ok(found === null || found.height >= least, `${pane} ${found?.height}`);
			}
		}),
	);
});
