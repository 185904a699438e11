import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
	type LogSize,
	layoutScreen,
	nextLogSize,
	type PaneChoice,
	type PaneName,
	placeOf,
} from '../../../source/ui/screen/layout.js';

const usual: PaneChoice = {
	focus: 'prompt',
	isZoomed: false,
	hasEvents: true,
	isPresenting: false,
	logSize: 'third',
	inspectorPlace: 'closed',
	split: 0.5,
	logShare: 0.5,
	promptHeight: 2,
};

const panes: readonly PaneName[] = ['history', 'events', 'inspector'];

/** The panes of a screen in short: `history 40×19`, top to bottom and left to right. `prompt` stands below with 2 rows. */
function shown(width: number, height: number, choice: Partial<PaneChoice> = {}): readonly string[] {
	const layout = layoutScreen({width, height}, {...usual, ...choice});
	return panes.flatMap(pane => {
		const place = placeOf(layout, pane);
		return place === null ? [] : [`${pane} ${place.width}×${place.height}`];
	});
}

describe('the bounds of the layout', () => {
	it('need 40 columns and 10 rows for anything', () => {
		assert.deepEqual(shown(40, 10), ['history 40×3', 'events 40×3']);
		for (const [width, height] of [
			[39, 10],
			[40, 9],
			[39, 100],
			[300, 9],
		] as const) {
			assert.equal(layoutScreen({width, height}, usual).kind, 'too-small');
			assert.deepEqual(shown(width, height), []);
		}
	});

	it('leave a row for the header, one for the status, and what the prompt needs', () => {
		assert.deepEqual(shown(60, 24), ['history 60×12', 'events 60×8']);
		assert.deepEqual(shown(60, 24, {promptHeight: 4}), ['history 60×11', 'events 60×7']);
	});

	it('stack the conversation and the log below 120 columns, and have the inspector as a third column from 180', () => {
		assert.deepEqual(shown(119, 24), ['history 119×12', 'events 119×8']);
		assert.deepEqual(shown(120, 24), ['history 60×20', 'events 60×10', 'inspector 60×10']);
		assert.deepEqual(shown(179, 24), ['history 90×20', 'events 89×10', 'inspector 89×10']);
		assert.deepEqual(shown(180, 24), ['history 81×20', 'events 50×20', 'inspector 49×20']);
	});

	it('make the conversation no wider than its longest lines, and give it and the log at least 38 columns', () => {
		assert.deepEqual(shown(300, 24, {split: 0.8}).at(0), 'history 100×20');
		assert.deepEqual(shown(120, 24, {split: 0.2}).at(0), 'history 38×20');
		assert.deepEqual(shown(120, 24, {split: 0.8}), ['history 82×20', 'events 38×10', 'inspector 38×10']);
	});

	it('give the log a third, half or all of the screen, or three rows', () => {
		const sizes: readonly LogSize[] = ['third', 'half', 'full', 'ticker'];
		assert.deepEqual(
			sizes.map(logSize => shown(80, 24, {logSize})),
			[
				['history 80×12', 'events 80×8'],
				['history 80×10', 'events 80×10'],
				['events 80×20'],
				['history 80×17', 'events 80×3'],
			],
		);
		assert.deepEqual(shown(120, 24, {logSize: 'ticker'}), ['history 120×17', 'events 120×3']);
		assert.deepEqual(shown(80, 24, {logSize: 'full', focus: 'history'}), ['history 80×12', 'events 80×8']);
		assert.deepEqual(shown(80, 24, {logSize: 'ticker', focus: 'events'}), ['history 80×12', 'events 80×8']);
	});

	it('go from one size of the log to the next and around', () => {
		const round = (width: number) => {
			const sizes: LogSize[] = ['third'];
			do {
				sizes.push(nextLogSize(sizes.at(-1) ?? 'third', width));
			} while (sizes.at(-1) !== 'third');
			return sizes;
		};
		assert.deepEqual(round(119), ['third', 'half', 'full', 'ticker', 'third']);
		assert.deepEqual(round(120), ['third', 'full', 'ticker', 'third']);
	});

	it('show the inspector beside the log or in its place where it has no column of its own', () => {
		assert.deepEqual(shown(80, 24, {inspectorPlace: 'beside'}), [
			'history 80×12',
			'events 40×8',
			'inspector 40×8',
		]);
		assert.deepEqual(shown(80, 24, {inspectorPlace: 'instead'}), ['history 80×12', 'inspector 80×8']);
		assert.deepEqual(shown(80, 24, {focus: 'inspector'}), ['history 80×12', 'inspector 80×8']);
		assert.deepEqual(shown(79, 24, {inspectorPlace: 'beside', focus: 'inspector'}), [
			'history 79×12',
			'inspector 79×8',
		]);
	});

	it('show one pane where it is zoomed, or where the events are hidden: the one with the focus', () => {
		for (const choice of [{isZoomed: true}, {hasEvents: false}]) {
			for (const focus of panes) {
				assert.deepEqual(shown(120, 25, {...choice, focus}), [`${focus} 120×21`]);
			}

			assert.deepEqual(shown(120, 25, {...choice, focus: 'prompt'}), ['history 120×21']);
		}
	});

	it('part the rows of the log and the inspector by the share, with at least 4 for each', () => {
		assert.deepEqual(shown(120, 24, {logShare: 0.1}), ['history 60×20', 'events 60×4', 'inspector 60×16']);
		assert.deepEqual(shown(120, 24, {logShare: 0.7}).at(1), 'events 60×14');
		assert.deepEqual(shown(120, 24, {logShare: 0.9}), ['history 60×20', 'events 60×16', 'inspector 60×4']);
		assert.deepEqual(shown(120, 11), ['history 60×7', 'events 60×7']);
		assert.deepEqual(shown(120, 11, {focus: 'inspector'}), ['history 60×7', 'inspector 60×7']);
	});
});

describe('the bounds of the layout for a projector', () => {
	const isPresenting = true;

	it('have room for the event beside the conversation from 100 columns on, at any height', () => {
		assert.deepEqual(shown(100, 10, {isPresenting}), ['history 36×6', 'events 64×6']);
		assert.deepEqual(shown(99, 30, {isPresenting}), ['history 99×9', 'events 99×17']);
	});

	it('stack them where 16 rows are left, and show one of them below that', () => {
		assert.deepEqual(shown(80, 20, {isPresenting}), ['history 80×6', 'events 80×10']);
		assert.deepEqual(shown(80, 19, {isPresenting}), ['events 80×15']);
		assert.deepEqual(shown(80, 19, {isPresenting, focus: 'history'}), ['history 80×15']);
	});

	it('show the event alone where it is zoomed, unless the conversation has the focus', () => {
		for (const focus of ['prompt', 'events', 'inspector'] as const) {
			assert.deepEqual(shown(200, 40, {isPresenting, isZoomed: true, focus}), ['events 200×36']);
		}

		assert.deepEqual(shown(200, 40, {isPresenting, isZoomed: true, focus: 'history'}), ['history 200×36']);
	});

	it('show the event also where the events are hidden otherwise', () => {
		assert.deepEqual(shown(120, 25, {isPresenting, hasEvents: false}), ['history 43×21', 'events 77×21']);
	});
});
