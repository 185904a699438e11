import {type AttemptFigures, attemptFigures} from '../../analysis/attempt-figures.js';
import {AttemptLedger} from '../../analysis/attempt-ledger.js';
import {busyAxis} from '../../analysis/busy-axis.js';
import {formatMilliseconds} from '../../text/format-numbers.js';
import {itemsOf} from '../../trace/persistent-list.js';
import {selectFindings} from '../events/select-findings.js';
import {selectLogIndex} from '../events/select-log.js';
import type {Screen} from '../screen/screen.js';
import {perScreen, selector} from '../screen/selector.js';
import {exchangeColumns, type ListedAttempt} from './exchange-columns.js';

const openLedger = selector(
	({trace}) => [trace] as const,
	_trace => new AttemptLedger(),
);

/** All attempts of the trace, in the order of their exchanges, also those behind the playhead. */
const selectAttempts: (screen: Screen) => readonly ListedAttempt[] = perScreen(screen => {
	const ledger = openLedger(screen);
	ledger.extend(screen.trace.events);
	const findings = selectFindings(screen);
	return [...itemsOf(screen.live.exchanges)].flatMap(view =>
		attemptFigures(view, screen.prices).map((figures): ListedAttempt => {
			const count = ledger.of(figures.exchange, figures.attempt);
			const isLast = figures.attempt === figures.attempts;
			const givenUp = isLast && screen.now !== null ? findings.givenUp(view, screen.now) : [];
			return {
				...figures,
				clock: screen.wallTime?.(figures.start, count?.position ?? view.first) ?? null,
				position: count?.position ?? view.first,
				bytes: count?.bytes ?? 0,
				reads: count?.reads ?? 0,
				findings: isLast ? findings.of(view).length : null,
				life: isLast
					? `${givenUp.length > 0 ? '✂ ' : ''}${lifeWords(figures, screen.now) ?? ''}` || null
					: null,
				isGivenUp: givenUp.length > 0,
			};
		}),
	);
});

/** How long ago the last byte came of a stream that is open, or who ended it. */
function lifeWords({start, lastByte, heldSince, endedBy}: AttemptFigures, now: number | null): string | null {
	if (endedBy !== null || now === null) {
		return endedBy;
	}

	if (heldSince !== null) {
		return `held ${formatMilliseconds(now - heldSince)}`;
	}

	const ago = now - (lastByte ?? start);
	return lastByte === null
		? `none ${formatMilliseconds(ago)}`
		: ago < 1000
			? 'now'
			: `${formatMilliseconds(ago)} ago`;
}

/** The attempts that the list shows, sorted. With a filter, those of exchanges in which it finds something. */
export const selectListedAttempts: (screen: Screen) => readonly ListedAttempt[] = perScreen(screen => {
	const {sort, isDescending} = screen.exchanges;
	const all = selectAttempts(screen);
	const shown = screen.filter.passing === null ? all : all.filter(isIn(selectFound(screen)));
	if (sort === 'number') {
		return isDescending ? [...shown].reverse() : shown;
	}

	const keyOf = exchangeColumns.find(({name}) => name === sort)?.value ?? (() => null);
	const by = isDescending ? -1 : 1;
	return [...shown].sort((a, b) => compare(keyOf(a), keyOf(b), by));
});

function isIn(exchanges: ReadonlySet<number>): (attempt: ListedAttempt) => boolean {
	return ({exchange}) => exchanges.has(exchange);
}

/** The exchanges of the events that the filter of the log finds. */
const selectFound: (screen: Screen) => ReadonlySet<number> = perScreen(screen => {
	const index = selectLogIndex(screen);
	const found = new Set<number>();
	const count = index.count(screen.live.length);
	for (let row = 0; row < count; row++) {
		const event = screen.trace.at(index.rowAt(row)?.first ?? -1);
		if (event !== undefined) {
			found.add(event.exchange);
		}
	}

	return found;
});

type Value = number | string | null;

/** What is not known comes last in both directions. */
function compare(a: Value, b: Value, by: 1 | -1): number {
	if (a === null || b === null) {
		return a === b ? 0 : a === null ? 1 : -1;
	}

	return typeof a === 'number' && typeof b === 'number'
		? (a - b) * by
		: String(a).localeCompare(String(b)) * by;
}

/** The axis that the bars of all attempts share. */
export const selectAxis: (screen: Screen) => (time: number) => number = perScreen(screen =>
	busyAxis(selectAttempts(screen).map(({start, end, waitUntil}) => ({from: start, to: waitUntil ?? end}))),
);

/** The index of the selected row: that of the newest attempt, unless another one was selected and is listed. */
export function selectedIndex(screen: Screen): number {
	const {attempt} = screen.exchanges;
	const listed = selectListedAttempts(screen);
	const index = listed.findIndex(
		one => one.exchange === attempt?.exchange && one.attempt === attempt.attempt,
	);
	return index === -1 ? newestIndex(listed) : index;
}

function newestIndex(listed: readonly ListedAttempt[]): number {
	let newest = -1;
	for (const [index, {position}] of listed.entries()) {
		newest = position >= (listed[newest]?.position ?? -1) ? index : newest;
	}

	return newest;
}
