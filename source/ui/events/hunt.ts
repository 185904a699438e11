import {isFiltering} from '../../analysis/log-index.js';
import type {Screen} from '../screen/screen.js';
import {findEvent, isAfterGap, isErrorIn, isHitIn, isSameIn, type Wanted} from './find-event.js';
import type {Hunt, HuntedKind} from './log-state.js';
import {showPosition} from './select-event.js';
import {selectPosition} from './select-log.js';

const wanted: Readonly<Record<HuntedKind, {readonly words: string; readonly test: Wanted}>> = {
	hit: {words: 'hit', test: isHitIn},
	error: {words: 'error', test: isErrorIn},
	gap: {words: 'gap of over a second', test: isAfterGap},
	same: {words: 'event of this type', test: isSameIn},
};

/** Jumps to the nearest event of a kind. In a long trace it begins a hunt, which the program continues until Esc or another key. */
export function jump(screen: Screen, by: 1 | -1, kind: HuntedKind): Screen {
	const from = selectPosition(screen) + by;
	return huntOn(screen, {by, kind, from, next: from});
}

/** Continues the hunt by one step. */
export function continueHunt(screen: Screen): Screen {
	return screen.hunt === null ? screen : huntOn(screen, screen.hunt);
}

function huntOn(screen: Screen, hunt: Hunt): Screen {
	const {by, kind, next} = hunt;
	const {words, test} = wanted[kind];
	const found = findEvent(screen, next, by, test(screen));
	switch (found.kind) {
		case 'found': {
			return showPosition({...screen, hunt: null, notice: null}, found.position);
		}

		case 'unfinished': {
			const going = {...hunt, next: found.next};
			return {
				...screen,
				hunt: going,
				notice: `looking for the ${words}: ${shareOf(screen, going)} %, Esc stops`,
			};
		}

		case 'none': {
			const side = by === 1 ? 'after' : 'before';
			const among = isFiltering(screen.filter) ? ' in the filtered log' : '';
			return {...screen, hunt: null, notice: `no ${words} ${side} this event${among}`};
		}
	}
}

/** How much of the way to the trace's end has been looked at, in whole per cent. */
function shareOf({live}: Screen, {by, from, next}: Hunt): number {
	const way = by === 1 ? live.length - from : from + 1;
	return Math.floor((100 * Math.abs(next - from)) / Math.max(1, way));
}
