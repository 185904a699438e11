import {selectFindingCount} from '../inspector/select-finding-count.js';
import {tabAt} from '../inspector/tab-rows.js';
import {layoutScrubber, lengthAtColumn, scrubberHeight} from '../player/scrubber-layout.js';
import {selectLength} from '../player/select-view.js';
import type {MouseReport} from '../terminal/mouse-reports.js';
import {hitTest, nearestCell} from './hit-test.js';
import {type Layout, type PaneName, placeOf} from './layout.js';
import type {Cell, Drag} from './pointer-state.js';
import type {Screen} from './screen.js';
import type {CommandAction, PointerAction} from './screen-action.js';
import {inspectorMargin, selectInside, selectLayout, selectTabHeight} from './select-layout.js';

/** Rows scrolled by one notch of the wheel. */
const notch = 3;

/** Returns the actions for a mouse report: the wheel scrolls the pane under it, a click focuses and selects, a drag marks text to copy. */
export function pointerActions(
	screen: Screen,
	{kind, x, y}: MouseReport,
): ReadonlyArray<PointerAction | CommandAction> {
	const by = kind === 'wheel-up' ? -notch : kind === 'wheel-down' ? notch : 0;
	if (screen.overlay !== null) {
		return [{name: 'scroll', over: screen.overlay, by}];
	}

	const layout = selectLayout(screen);
	const {drag} = screen;
	if (drag !== null && (kind === 'drag' || kind === 'release')) {
		return kind === 'drag' ? moveTo(layout, drag, x, y) : release(screen, drag);
	}

	const hit = hitTest(layout, screen.size, x, y);
	if (hit === null) {
		return [];
	}

	if (by !== 0) {
		// Below the panes, the wheel scrolls what it scrolls from the prompt by key.
		return [{name: 'scroll', over: hit.kind === 'pane' ? hit.pane : 'history', by}];
	}

	if (kind !== 'press' || screen.field !== null) {
		return [];
	}

	if (hit.kind === 'below') {
		return pressBelow(screen, hit.row, x);
	}

	const {pane, cell} = hit;
	return [cell === null ? {name: 'pressPane', pane, cell} : {name: 'grab', pane, cell}];
}

function moveTo(layout: Layout, drag: Drag, x: number, y: number): readonly PointerAction[] {
	const place = placeOf(layout, drag.pane);
	const cell = place === null ? null : nearestCell(place, x, y);
	return cell === null || (drag.to === null && isSameCell(cell, drag.from)) ? [] : [{name: 'drag', cell}];
}

/** A button released where it was pressed is a click. */
function release(screen: Screen, {pane, from, to}: Drag): ReadonlyArray<PointerAction | CommandAction> {
	return [{name: 'letGo'}, ...(to === null ? pressPane(screen, pane, from) : [])];
}

function isSameCell(one: Cell, other: Cell): boolean {
	return one.row === other.row && one.column === other.column;
}

/** Pressing a tab's name does what its key does. */
function pressPane(screen: Screen, pane: PaneName, cell: Cell): ReadonlyArray<PointerAction | CommandAction> {
	const rows = selectTabHeight(screen);
	if (pane !== 'inspector' || cell.row >= rows || screen.isPresenting) {
		return [{name: 'pressPane', pane, cell}];
	}

	const {width} = selectInside(screen, 'inspector');
	const place = {...cell, column: cell.column - inspectorMargin};
	const tab = tabAt(place, screen.tab, {width, rows}, selectFindingCount(screen));
	const focus = {name: 'pressPane', pane, cell: null} as const;
	return tab === null ? [focus] : [focus, {name: 'openTab', tab}];
}

/** Moves the playhead if the scrubber is pressed. Any other press goes to the prompt. */
function pressBelow(screen: Screen, row: number, x: number): ReadonlyArray<PointerAction | CommandAction> {
	const isScrubber = screen.playhead !== null && row < scrubberHeight(screen, screen.size.height);
	if (!isScrubber) {
		return [{name: 'pressPrompt', cell: {row, column: x}}];
	}

	const layout = layoutScrubber(screen, selectLength(screen), screen.size.width);
	const length = lengthAtColumn(screen, layout, x);
	return length === null ? [] : [{name: 'seek', length}];
}
