import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {hitTest} from '../../../source/ui/screen/hit-test.js';
import {layoutScreen, type PaneChoice, type PaneName, placeOf} from '../../../source/ui/screen/layout.js';
import {anyPaneChoice} from '../../helpers/any-pane-choice.js';

const choice: PaneChoice = {
	focus: 'prompt',
	isZoomed: false,
	hasEvents: true,
	isPresenting: false,
	logSize: 'third',
	inspectorPlace: 'closed',
	split: 0.5,
	logShare: 0.5,
	promptHeight: 3,
};
const screen = {width: 120, height: 25};
const layout = layoutScreen(screen, choice);
const at = (x: number, y: number) => hitTest(layout, screen, x, y);

describe('what is at a cell of the screen', () => {
	it('is a pane, with the cell counted from the first one below its title', () => {
		assert.deepEqual(at(0, 2), {kind: 'pane', pane: 'history', cell: {row: 0, column: 0}});
		assert.deepEqual(at(61, 2), {kind: 'pane', pane: 'events', cell: {row: 0, column: 0}});
		assert.deepEqual(at(70, 12), {kind: 'pane', pane: 'inspector', cell: {row: 0, column: 9}});
	});

	it('is a title or a line between panes without a cell inside, what is below the panes, or nothing', () => {
		assert.deepEqual(at(5, 1), {kind: 'pane', pane: 'history', cell: null});
		assert.deepEqual(at(60, 5), {kind: 'pane', pane: 'events', cell: null});
		assert.deepEqual(at(70, 11), {kind: 'pane', pane: 'inspector', cell: null});
		assert.deepEqual(at(30, 22), {kind: 'below', row: 1});
		for (const [x, y] of [
			[30, 0],
			[30, 24],
			[120, 5],
			[-1, 5],
		] as const) {
			assert.equal(at(x, y), null);
		}
	});

	it('is one pane in every cell of the body, the one whose place holds it', () => {
		const size = fc.record({width: fc.integer({min: 40, max: 220}), height: fc.integer({min: 15, max: 60})});
		fc.assert(
			fc.property(size, anyPaneChoice, fc.nat(), fc.nat(), (room, chosen, column, row) => {
				const found = layoutScreen(room, chosen);
				const bodyHeight = room.height - 2 - chosen.promptHeight;
				const x = column % room.width;
				const y = 1 + (row % bodyHeight);
				const hit = hitTest(found, room, x, y);
				const holders = (['history', 'events', 'inspector'] satisfies PaneName[]).filter(pane => {
					const place = placeOf(found, pane);
					return (
						place !== null &&
						x >= place.x &&
						x < place.x + place.width &&
						y >= place.y &&
						y < place.y + place.height
					);
				});
				assert.deepEqual(hit?.kind === 'pane' ? [hit.pane] : [], holders);
				assert.deepEqual(hitTest(found, room, x, 1 + bodyHeight), {kind: 'below', row: 0});
			}),
		);
	});
});
