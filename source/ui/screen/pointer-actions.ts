import {tabAt} from '../inspector/tab-row.js';
import {layoutScrubber, lengthAtColumn, scrubberHeight} from '../player/scrubber-layout.js';
import {selectLength} from '../player/select-view.js';
import type {MouseReport} from '../terminal/mouse-reports.js';
import {hitTest} from './hit-test.js';
import type {PaneName} from './layout.js';
import type {Screen} from './screen.js';
import type {Cell, CommandAction, PointerAction} from './screen-action.js';
import {inspectorMargin, selectInside, selectLayout} from './select-layout.js';

/** Rows scrolled by one notch of the wheel. */
const notch = 3;

/** Returns the actions for a mouse report: the wheel scrolls the pane under it, a press focuses and selects. */
export function pointerActions(
	screen: Screen,
	{kind, x, y}: MouseReport,
): ReadonlyArray<PointerAction | CommandAction> {
	const by = kind === 'wheel-up' ? -notch : kind === 'wheel-down' ? notch : 0;
	if (screen.overlay !== null) {
		return [{name: 'scroll', over: 'help', by}];
	}

	const hit = hitTest(selectLayout(screen), screen.size, x, y);
	if (hit === null) {
		return [];
	}

	if (by !== 0 && hit.kind === 'pane') {
		return [{name: 'scroll', over: hit.pane, by}];
	}

	if (kind !== 'press' || screen.field !== null) {
		return [];
	}

	return hit.kind === 'below' ? pressBelow(screen, hit.row, x) : pressPane(screen, hit.pane, hit.cell);
}

/** Pressing a tab's name does what its key does. */
function pressPane(
	screen: Screen,
	pane: PaneName,
	cell: Cell | null,
): ReadonlyArray<PointerAction | CommandAction> {
	if (pane !== 'inspector' || cell?.row !== 0 || screen.isPresenting) {
		return [{name: 'pressPane', pane, cell}];
	}

	const tab = tabAt(cell.column - inspectorMargin, screen.tab, selectInside(screen, 'inspector').width);
	const focus = {name: 'pressPane', pane, cell: null} as const;
	return tab === null ? [focus] : [focus, {name: 'openTab', tab}];
}

/** Moves the playhead if the scrubber is pressed. Any other press goes to the prompt. */
function pressBelow(screen: Screen, row: number, x: number): ReadonlyArray<PointerAction | CommandAction> {
	const isScrubber = screen.playhead !== null && row < scrubberHeight(screen, screen.size.height);
	if (!isScrubber) {
		return [{name: 'pressPrompt'}];
	}

	const layout = layoutScrubber(screen, selectLength(screen), screen.size.width);
	const length = lengthAtColumn(screen, layout, x);
	return length === null ? [] : [{name: 'seek', length}];
}
