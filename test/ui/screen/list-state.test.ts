import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {
	atTop,
	followingList,
	type ListState,
	listWindow,
	moveSelection,
	scrollList,
	selectRow,
} from '../../../source/ui/screen/list-state.js';

type Step =
	| {readonly kind: 'move' | 'scroll'; readonly by: number}
	| {readonly kind: 'select'; readonly row: number}
	| {readonly kind: 'grow'; readonly by: number};

const by = fc.integer({min: -30, max: 30});
const step: fc.Arbitrary<Step> = fc.oneof(
	fc.record({kind: fc.constantFrom('move' as const, 'scroll' as const), by}),
	fc.record({kind: fc.constant('select' as const), row: fc.integer({min: -5, max: 80})}),
	fc.record({kind: fc.constant('grow' as const), by: fc.nat(20)}),
);
const heights = fc.integer({min: 1, max: 12});

const take = (state: ListState, one: Step, count: number, height: number): ListState => {
	switch (one.kind) {
		case 'move':
			return moveSelection(state, one.by, count, height);
		case 'scroll':
			return scrollList(state, one.by, count, height);
		case 'select':
			return selectRow(state, one.row, count, height);
		case 'grow':
			return state;
	}
};

/** Plays steps on a list, and looks at it before and after each. */
const play = (
	steps: readonly Step[],
	height: number,
	look: (facts: {one: Step; before: ListState; after: ListState; count: number; grown: number}) => void,
) => {
	let state: ListState = followingList;
	let count = 1;
	for (const one of steps) {
		const grown = one.kind === 'grow' ? count + one.by : count;
		const after = take(state, one, count, height);
		look({one, before: state, after, count, grown});
		state = after;
		count = grown;
	}
};

test('the window is full, inside the list, and holds the selected row, whatever was done', () => {
	fc.assert(
		fc.property(fc.array(step), heights, (steps, height) => {
			play(steps, height, ({after, grown}) => {
				const {top, bottom, selected} = listWindow(after, grown, height);
				assert.equal(bottom - top, Math.min(height, grown));
				assert.ok(top >= 0 && bottom <= grown);
				assert.ok(selected >= top && selected < bottom, `${selected} in ${top}–${bottom}`);
			});
		}),
	);
});

test('a list that does not follow stays where it is while rows are added', () => {
	fc.assert(
		fc.property(fc.array(step), heights, fc.nat(1000), (steps, height, more) => {
			play(steps, height, ({after, grown}) => {
				const now = listWindow(after, grown, height);
				const later = listWindow(after, grown + more, height);
				if (after.isFollowing) {
					assert.equal(later.selected, grown + more - 1);
					assert.equal(later.bottom, grown + more);
				} else {
					assert.equal(later.selected, now.selected);
					assert.equal(later.top, now.top);
				}
			});
		}),
	);
});

test('moving selects the row so many further, held at both ends; moving down from the last row follows', () => {
	fc.assert(
		fc.property(fc.array(step), heights, (steps, height) => {
			play(steps, height, ({one, before, after, count}) => {
				if (one.kind === 'move') {
					const {selected} = listWindow(before, count, height);
					const wanted = Math.max(0, Math.min(count - 1, selected + one.by));
					assert.equal(listWindow(after, count, height).selected, wanted);
					assert.equal(after.isFollowing, one.by > 0 && selected === count - 1);
				}
			});
		}),
	);
});

test('a row is shown with as little scrolling as possible', () => {
	fc.assert(
		fc.property(fc.array(step), heights, (steps, height) => {
			play(steps, height, ({one, before, after, count}) => {
				if (one.kind === 'select') {
					const {top} = listWindow(before, count, height);
					const window = listWindow(after, count, height);
					const row = Math.max(0, Math.min(count - 1, one.row));
					const tops = Array.from({length: Math.max(1, count - height + 1)}, (_, index) => index).filter(
						candidate => row >= candidate && row < candidate + height,
					);
					const least = Math.min(...tops.map(candidate => Math.abs(candidate - top)));
					assert.equal(window.selected, row);
					assert.equal(Math.abs(window.top - top), least);
				}
			});
		}),
	);
});

test('scrolling moves the window, takes the selection along at its edges, and follows at the end', () => {
	fc.assert(
		fc.property(fc.array(step), heights, (steps, height) => {
			play(steps, height, ({one, before, after, count}) => {
				if (one.kind === 'scroll') {
					const old = listWindow(before, count, height);
					const window = listWindow(after, count, height);
					assert.equal(window.top, Math.max(0, Math.min(count - height, old.top + one.by)));
					assert.equal(after.isFollowing, one.by > 0 && window.bottom === count);
					if (!after.isFollowing) {
						assert.equal(window.selected, Math.max(window.top, Math.min(window.bottom - 1, old.selected)));
					}
				}
			});
		}),
	);
});

test('an empty list has no selected row', () => {
	for (const state of [followingList, atTop]) {
		assert.deepEqual(listWindow(state, 0, 5), {top: 0, bottom: 0, selected: -1});
	}
});

test('the selected item of a row is dropped when another row is selected, and kept while the list scrolls', () => {
	const list = {isFollowing: false, selected: 5, top: 0, meant: 7};
	assert.deepEqual(scrollList(list, 3, 30, 10), {...list, top: 3});
	assert.equal('meant' in scrollList(list, 8, 30, 10), false);
	assert.equal('meant' in moveSelection(list, 1, 30, 10), false);
});
