import {selectView} from '../player/select-view.js';
import type {Screen} from '../screen/screen.js';
import {selectInside} from '../screen/select-layout.js';
import {perScreen} from '../screen/selector.js';
import {selectHits} from './find-hits.js';

/**
 * The rows of the conversation's pane that stand for a hit, as on a scrollbar: `at` for the one that was gone to last. Every turn has the same
 * share of the height, because the heights of turns that are out of sight are not needed otherwise.
 */
export const hitMarks: (screen: Screen) => ReadonlyMap<number, 'hit' | 'at'> = perScreen(screen => {
	const {height} = selectInside(screen, 'history');
	const turns = selectView(screen).exchanges.length;
	const at = screen.find?.at ?? null;
	const marks = new Map<number, 'hit' | 'at'>();
	for (const {turn, exchange, nth, line, of} of selectHits(screen)) {
		const row = Math.min(height - 1, Math.floor(((turn + line / of) / turns) * height));
		const isAt = exchange === at?.exchange && nth === at.nth;
		if (isAt || !marks.has(row)) {
			marks.set(row, isAt ? 'at' : 'hit');
		}
	}

	return marks;
});
