import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {layoutScreen, type PaneChoice, type PaneName, paneSize} from '../../../source/ui/screen/layout.js';

const usual: PaneChoice = {
	focus: 'prompt',
	isZoomed: false,
	hasEvents: true,
	isPresenting: false,
	split: 0.5,
	logShare: 0.5,
	promptHeight: 3,
};

const panes: readonly PaneName[] = ['history', 'events', 'inspector'];

/** The panes of a screen in short: `history 40×19`, top to bottom and left to right. `prompt` stands below with 3 rows. */
function shown(width: number, height: number, choice: Partial<PaneChoice> = {}): readonly string[] {
	const layout = layoutScreen({width, height}, {...usual, ...choice});
	return panes.flatMap(pane => {
		const size = paneSize(layout, pane);
		return size === null ? [] : [`${pane} ${size.width}×${size.height}`];
	});
}

const kindOf = (width: number, height: number, choice: Partial<PaneChoice> = {}) =>
	layoutScreen({width, height}, {...usual, ...choice}).kind;

describe('the bounds of the layout', () => {
	it('need 40 columns and 10 rows for anything', () => {
		assert.deepEqual(shown(40, 10), ['history 40×5']);
		for (const [width, height] of [
			[39, 10],
			[40, 9],
			[39, 100],
			[300, 9],
		] as const) {
			assert.equal(kindOf(width, height), 'too-small');
			assert.deepEqual(shown(width, height), []);
		}
	});

	it('leave a row for the header, one for the status, and what the prompt needs', () => {
		assert.deepEqual(shown(60, 24), ['history 60×19']);
		assert.deepEqual(shown(60, 24, {promptHeight: 5}), ['history 60×17']);
	});

	it('have room for two columns from 80 on', () => {
		assert.deepEqual(shown(79, 25), ['history 79×20']);
		assert.deepEqual(shown(80, 25), ['history 40×20', 'events 40×10', 'inspector 40×10']);
	});

	it('show one pane where it is zoomed, or where the events are hidden: the one with the focus', () => {
		for (const choice of [{isZoomed: true}, {hasEvents: false}]) {
			for (const focus of panes) {
				assert.deepEqual(shown(120, 25, {...choice, focus}), [`${focus} 120×20`]);
			}

			assert.deepEqual(shown(120, 25, {...choice, focus: 'prompt'}), ['history 120×20']);
		}
	});

	it('give the conversation at least 30 columns and the log at least 38', () => {
		assert.deepEqual(shown(100, 25, {split: 0.2}), ['history 30×20', 'events 70×10', 'inspector 70×10']);
		assert.deepEqual(shown(100, 25, {split: 0.3}), ['history 30×20', 'events 70×10', 'inspector 70×10']);
		assert.deepEqual(shown(100, 25, {split: 0.31}).at(0), 'history 31×20');
		assert.deepEqual(shown(100, 25, {split: 0.61}).at(0), 'history 61×20');
		assert.deepEqual(shown(100, 25, {split: 0.9}), ['history 62×20', 'events 38×10', 'inspector 38×10']);
	});

	it('give the log and the inspector at least 5 rows each, and part the rest by the share', () => {
		assert.deepEqual(shown(100, 25, {logShare: 0.1}), ['history 50×20', 'events 50×5', 'inspector 50×15']);
		assert.deepEqual(shown(100, 25, {logShare: 0.3}).at(1), 'events 50×6');
		assert.deepEqual(shown(100, 25, {logShare: 0.7}).at(1), 'events 50×14');
		assert.deepEqual(shown(100, 25, {logShare: 0.9}), ['history 50×20', 'events 50×15', 'inspector 50×5']);
	});

	it('share 9 rows as 5 and 4, and show below that the log alone, or the inspector where it is asked for', () => {
		assert.deepEqual(shown(80, 14), ['history 40×9', 'events 40×5', 'inspector 40×4']);
		assert.deepEqual(shown(80, 13), ['history 40×8', 'events 40×8']);
		assert.deepEqual(shown(80, 13, {focus: 'events'}), ['history 40×8', 'events 40×8']);
		assert.deepEqual(shown(80, 13, {focus: 'inspector'}), ['history 40×8', 'inspector 40×8']);
		assert.deepEqual(shown(80, 14, {focus: 'inspector'}), ['history 40×9', 'events 40×5', 'inspector 40×4']);
	});
});

describe('the bounds of the layout for a projector', () => {
	const isPresenting = true;

	it('have room for the event beside the conversation from 100 columns on, at any height', () => {
		assert.deepEqual(shown(100, 10, {isPresenting}), ['history 36×5', 'events 64×5']);
		assert.equal(kindOf(100, 10, {isPresenting}), 'presenting');
		assert.deepEqual(shown(99, 30, {isPresenting}), ['history 99×9', 'events 99×16']);
	});

	it('stack them where 16 rows are left, and show one of them below that', () => {
		assert.deepEqual(shown(80, 21, {isPresenting}), ['history 80×6', 'events 80×10']);
		assert.deepEqual(shown(80, 20, {isPresenting}), ['events 80×15']);
		assert.deepEqual(shown(80, 20, {isPresenting, focus: 'history'}), ['history 80×15']);
	});

	it('show the event alone where it is zoomed, unless the conversation has the focus', () => {
		for (const focus of ['prompt', 'events', 'inspector'] as const) {
			assert.deepEqual(shown(200, 40, {isPresenting, isZoomed: true, focus}), ['events 200×35']);
		}

		assert.deepEqual(shown(200, 40, {isPresenting, isZoomed: true, focus: 'history'}), ['history 200×35']);
	});

	it('say whether the conversation is above the event or beside it', () => {
		const isStacked = (width: number) => {
			const layout = layoutScreen({width, height: 30}, {...usual, isPresenting});
			return layout.kind === 'presenting' && layout.isStacked;
		};
		assert.deepEqual([isStacked(80), isStacked(120)], [true, false]);
	});

	it('show the event also where the events are hidden otherwise', () => {
		assert.deepEqual(shown(120, 25, {isPresenting, hasEvents: false}), ['history 43×20', 'events 77×20']);
	});
});
