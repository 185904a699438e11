import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {layoutScreen, type PaneName, placeOf} from '../../../source/ui/screen/layout.js';
import {initialPanes} from '../../../source/ui/screen/pane-state.js';
import {anyPaneChoice} from '../../helpers/any-pane-choice.js';

const panes: readonly PaneName[] = ['history', 'events', 'inspector'];
const anySize = fc.record({width: fc.integer({min: 40, max: 300}), height: fc.integer({min: 10, max: 100})});

test('panes cover the whole body without overlaps, whatever was chosen', () => {
	fc.assert(
		fc.property(anySize, anyPaneChoice, (screen, choice) => {
			const layout = layoutScreen(screen, choice);
			const places = panes.map(pane => placeOf(layout, pane)).filter(place => place !== null);
			const height = screen.height - 2 - choice.promptHeight;
			const owners = new Uint8Array(screen.width * height);
			for (const place of places) {
				for (let y = place.y; y < place.y + place.height; y++) {
					for (let x = place.x; x < place.x + place.width; x++) {
						const cell = (y - 1) * screen.width + x;
						owners[cell] = (owners[cell] ?? 0) + 1;
					}
				}
			}

			assert.ok(owners.every(count => count === 1));
			assert.ok(places.every(place => place.x >= 0 && place.y >= 1));
		}),
	);
});

test('a pane has room for a row below its title, at every size', () => {
	fc.assert(
		fc.property(anySize, anyPaneChoice, (screen, choice) => {
			const layout = layoutScreen(screen, choice);
			for (const pane of panes) {
				const place = placeOf(layout, pane);
				assert.ok(place === null || (place.height >= 2 && place.width >= 18), JSON.stringify(place));
			}
		}),
	);
});

test('the smallest screen with a prompt of three rows shows one pane with room', () => {
	const layout = layoutScreen({width: 40, height: 10}, {...initialPanes, promptHeight: 4});
	assert.deepEqual(
		panes.map(pane => placeOf(layout, pane)?.height ?? null),
		[4, null, null],
	);
});

test('the widest log in the narrowest third column leaves the inspector its room', () => {
	const choice = {
		...initialPanes,
		promptHeight: 2,
		split: 0.62,
		logShare: 0.8,
		inspectorPlace: 'beside',
	} as const;
	for (const width of [180, 181, 200]) {
		const layout = layoutScreen({width, height: 12}, choice);
		assert.ok((placeOf(layout, 'inspector')?.width ?? 0) >= 24);
		const mirrored = layoutScreen({width, height: 12}, {...choice, logShare: 0.2});
		assert.ok((placeOf(mirrored, 'events')?.width ?? 0) >= 24);
	}
});

test('the focused pane is visible, except for the inspector while an event is presented', () => {
	fc.assert(
		fc.property(anySize, anyPaneChoice, (screen, choice) => {
			const layout = layoutScreen(screen, choice);
			const {focus, isPresenting} = choice;
			assert.ok(focus === 'prompt' || isPresenting || placeOf(layout, focus) !== null);
		}),
	);
});
