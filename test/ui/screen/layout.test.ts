import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {
	layoutScreen,
	type PaneChoice,
	type PaneName,
	paneSize,
	type Size,
} from '../../../source/ui/screen/layout.js';

const usual: PaneChoice = {
	focus: 'prompt',
	isZoomed: false,
	hasEvents: true,
	isPresenting: false,
	split: 0.42,
	logShare: 0.55,
	promptHeight: 3,
};

const anyChoice: fc.Arbitrary<PaneChoice> = fc.record({
	focus: fc.constantFrom('prompt' as const, 'history' as const, 'events' as const, 'inspector' as const),
	isZoomed: fc.boolean(),
	hasEvents: fc.boolean(),
	isPresenting: fc.boolean(),
	split: fc.double({min: 0.2, max: 0.8, noNaN: true}),
	logShare: fc.double({min: 0.2, max: 0.8, noNaN: true}),
	promptHeight: fc.integer({min: 3, max: 5}),
});

const panes: readonly PaneName[] = ['history', 'events', 'inspector'];

describe('the layout of the screen', () => {
	it('has two columns on a wide screen and one pane on a narrow one', () => {
		assert.deepEqual(layoutScreen({width: 120, height: 40}, usual), {
			kind: 'columns',
			history: {width: 50, height: 35},
			events: {width: 70, height: 19},
			inspector: {width: 70, height: 16},
		});
		assert.deepEqual(layoutScreen({width: 60, height: 24}, {...usual, focus: 'events'}), {
			kind: 'single',
			pane: 'events',
			body: {width: 60, height: 19},
		});
		assert.deepEqual(layoutScreen({width: 39, height: 24}, usual), {kind: 'too-small'});
	});

	it('presents an event beside the conversation, below it, or alone, as the room allows', () => {
		const presenting = {...usual, isPresenting: true};
		assert.deepEqual(layoutScreen({width: 120, height: 40}, presenting), {
			kind: 'presenting',
			history: {width: 43, height: 35},
			events: {width: 77, height: 35},
			isStacked: false,
		});
		assert.deepEqual(layoutScreen({width: 80, height: 24}, presenting), {
			kind: 'presenting',
			history: {width: 80, height: 7},
			events: {width: 80, height: 12},
			isStacked: true,
		});
		assert.deepEqual(layoutScreen({width: 40, height: 10}, presenting), {
			kind: 'single',
			pane: 'events',
			body: {width: 40, height: 5},
		});
	});

	it('covers the whole body with panes, whatever was chosen', () => {
		const size = fc.record({width: fc.integer({min: 40, max: 300}), height: fc.integer({min: 15, max: 100})});
		fc.assert(
			fc.property(size, anyChoice, (screen, choice) => {
				const layout = layoutScreen(screen, choice);
				const sizes = panes
					.map(pane => paneSize(layout, pane))
					.filter((found): found is Size => found !== null);
				const area = sizes.reduce((sum, {width, height}) => sum + width * height, 0);
				assert.equal(area, screen.width * (screen.height - 2 - choice.promptHeight));
				assert.ok(sizes.every(({width, height}) => width >= 30 && height >= 3));
			}),
		);
	});
});
