import {bookmarkRange} from '../../analysis/bookmarks.js';
import {itemsOf} from '../../trace/persistent-list.js';
import {showPosition} from '../events/select-event.js';
import {bodySize} from '../help/help-layout.js';
import {
	atTop,
	followingList,
	type ListState,
	listAround,
	listWindow,
	scrollList,
	selectRow,
} from '../screen/list-state.js';
import type {Screen} from '../screen/screen.js';
import {type Step, step} from '../screen/screen-effect.js';
import {selectComparison} from './select-comparison.js';
import {diffHeight} from './select-diff.js';
import {diffRowsBetween, eventsOfRow, selectDiffRows} from './select-diff-rows.js';

const comparing = 'the exchanges are still being compared';

/** Key actions of two exchanges side by side. */
export const diffKeys = {
	diffUp: (screen: Screen) => move(screen, -1),
	diffDown: (screen: Screen) => move(screen, 1),
	diffPageUp: (screen: Screen) => move(screen, 1 - diffHeight(screen)),
	diffPageDown: (screen: Screen) => move(screen, diffHeight(screen) - 1),
	diffTop: (screen: Screen): Screen => withList(screen, atTop),
	diffEnd: (screen: Screen): Screen => withList(screen, followingList),
	diffLeft: (screen: Screen): Screen => ({...screen, diff: {...screen.diff, side: 'left'}}),
	diffRight: (screen: Screen): Screen => ({...screen, diff: {...screen.diff, side: 'right'}}),
	nextDifference: (screen: Screen) => toDifference(screen, 1),
	previousDifference: (screen: Screen) => toDifference(screen, -1),
	toggleDiffWhole,
	goToDiffEvent,
	closeDiff: (screen: Screen): Screen => ({...screen, overlay: 'exchanges'}),
};

/** Opens two exchanges side by side, from the top. */
export function openDiff(screen: Screen, left: number, right: number): Screen {
	return {
		...screen,
		overlay: 'diff',
		diff: {...screen.diff, exchanges: [left, right], list: atTop, side: 'left'},
	};
}

/**
 * Opens two exchanges side by side: those named; else those of the two bookmarks set last, if they are in two; else the two newest. A single one
 * is compared with the newest other.
 */
export function diffOf(screen: Screen, named: readonly number[]): Screen {
	const numbers = [...itemsOf(screen.live.exchanges)].map(({exchange}) => exchange);
	const missing = named.find(number => !numbers.includes(number));
	if (missing !== undefined || numbers.length < 2) {
		const notice =
			numbers.length < 2
				? 'two exchanges are needed to compare them'
				: `there is no exchange ${missing}: they are ${numbers[0]} to ${numbers.at(-1)}`;
		return {...screen, notice};
	}

	const [one, other] = named.length > 0 ? named : (markedExchanges(screen) ?? numbers.slice(-2));
	const left = one ?? 0;
	const right = other ?? numbers.findLast(number => number !== left) ?? left;
	return left === right ? {...screen, notice: 'name two different exchanges'} : openDiff(screen, left, right);
}

/** The exchanges of the two bookmarks that were set last; `null` if these are not in two. */
function markedExchanges({bookmarks, trace}: Screen): readonly number[] | null {
	const range = bookmarkRange(bookmarks);
	const [one, other] = [trace.at(range?.from ?? -1)?.exchange, trace.at(range?.to ?? -1)?.exchange];
	return one === undefined || other === undefined || one === other ? null : [one, other];
}

export function scrollDiff(screen: Screen, by: number): Screen {
	const {count} = selectDiffRows(screen);
	return withList(screen, scrollList(screen.diff.list, by, count, diffHeight(screen)));
}

/** Copies all rows, as wide as they are shown. */
export function copyDiff(screen: Screen): Step {
	const rows = selectDiffRows(screen);
	const text = diffRowsBetween(rows, {from: 0, to: rows.count, width: bodySize(screen).width - 1})
		.map(row =>
			row
				.map(part => part.text)
				.join('')
				.trimEnd(),
		)
		.join('\n');
	return selectComparison(screen) === null
		? step({...screen, notice: comparing})
		: step(screen, {name: 'copy', text, what: 'diff', next: ''});
}

function withList(screen: Screen, list: ListState): Screen {
	return {...screen, diff: {...screen.diff, list}};
}

function selectedRow(screen: Screen): number {
	const {count} = selectDiffRows(screen);
	return listWindow(screen.diff.list, count, diffHeight(screen)).selected;
}

function move(screen: Screen, by: number): Screen {
	const {count} = selectDiffRows(screen);
	return withList(screen, selectRow(screen.diff.list, selectedRow(screen) + by, count, diffHeight(screen)));
}

/** Selects the next or the previous place at which the logs begin to differ. */
function toDifference(screen: Screen, by: 1 | -1): Screen {
	if (selectComparison(screen) === null) {
		return {...screen, notice: comparing};
	}

	const {differences} = selectDiffRows(screen);
	const from = selectedRow(screen);
	const found = by === 1 ? differences.find(row => row > from) : differences.findLast(row => row < from);
	if (found === undefined) {
		const none =
			differences.length === 0
				? 'the events are the same'
				: `no difference ${by === 1 ? 'after' : 'before'} this row`;
		return {...screen, notice: none};
	}

	const height = diffHeight(screen);
	const list = listAround({first: found, last: found}, height);
	const number = differences.indexOf(found) + 1;
	return {
		...withList(screen, list),
		notice: `difference ${number} of ${differences.length}`,
	};
}

/** Shows what is the same, or only counts it. The selected events stay selected. */
function toggleDiffWhole(screen: Screen): Screen {
	const rows = selectDiffRows(screen);
	const row = selectedRow(screen);
	const index = rows.items[row - rows.head.length]?.index ?? null;
	const isWhole = !screen.diff.isWhole;
	const notice = isWhole ? 'all events are shown' : 'events that are the same are folded';
	const toggled: Screen = {...screen, notice, diff: {...screen.diff, isWhole}};
	const {items, head} = selectDiffRows(toggled);
	const next = index === null ? row : head.length + items.findLastIndex(item => item.index <= index);
	return withList(toggled, listAround({first: next, last: next}, diffHeight(toggled)));
}

/** Closes the comparison and shows the event of the chosen side, or of the only side that has one, in the event log. */
function goToDiffEvent(screen: Screen): Screen {
	const {diff} = screen;
	const events = eventsOfRow(selectDiffRows(screen), selectedRow(screen));
	const difference = selectComparison(screen)?.difference ?? null;
	const [left, right] = [
		events === null ? (difference?.leftEvent ?? null) : (events.left?.number ?? null),
		events === null ? (difference?.rightEvent ?? null) : (events.right?.number ?? null),
	];
	const number = diff.side === 'left' ? (left ?? right) : (right ?? left);
	return number === null
		? {
				...screen,
				notice:
					selectComparison(screen) === null
						? comparing
						: 'choose a row of the events: n goes to the next difference',
			}
		: showPosition({...screen, overlay: null, focus: 'events', hasEvents: true}, number - 1);
}
