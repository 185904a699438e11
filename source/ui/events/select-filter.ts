import type {Filter} from '../../analysis/filter/filter.js';
import type {FilterContext} from '../../analysis/filter/filter-context.js';
import {type FilterTest, filterTest} from '../../analysis/filter/match-filter.js';
import {type ReadFilter, readFilter} from '../../analysis/filter/read-filter.js';
import {LogIndex} from '../../analysis/log-index.js';
import type {TraceFindings} from '../../analysis/trace-findings.js';
import {exchangeIn} from '../../trace/fold-trace.js';
import type {SdkLane} from '../../trace/sdk-lane.js';
import type {Trace} from '../../trace/trace.js';
import type {Screen} from '../screen/screen.js';
import {perScreen, selector} from '../screen/selector.js';
import {selectFindings} from './select-findings.js';

/** How many events a filter looks at for one screen, which takes some 20 ms. */
export const filterStretch = 5000;

/** What filters may ask about the events of a screen. */
export const selectFilterContext: (screen: Screen) => FilterContext = selector(
	screen => [screen.trace, screen.lane, selectFindings(screen)] as const,
	(trace, lane, findings) => contextOf(trace, lane, findings),
);

function contextOf(trace: Trace, lane: SdkLane, findings: TraceFindings): FilterContext {
	const viewAt = (position: number) => {
		const number = trace.at(position)?.exchange;
		return number === undefined ? null : exchangeIn(trace.view, number);
	};

	return {
		events: trace.events,
		verdictAt: position => lane.at(position).verdict,
		findingsAt(position) {
			const view = viewAt(position);
			if (view === null) {
				return [];
			}

			return findings.catchUp(view) ? 'later' : findings.at(view, position);
		},
		isSettled(position, field) {
			const isEnded = (viewAt(position)?.end ?? null) !== null;
			return isEnded && (field === 'finding' || lane.at(position).verdict !== 'none');
		},
	};
}

/** The test of a filter on the events of a screen. */
export function testOf(screen: Screen, filter: Filter): FilterTest {
	return filterTest(filter, selectFilterContext(screen));
}

/** The number that changes when something about earlier events is learned. */
export function versionOf({learnt, live}: Screen): number {
	return learnt + live.length;
}

/** What is typed in the open field, if it takes a filter. */
const selectTyped: (screen: Screen) => ReadFilter | null = selector(
	({field}) => [field?.kind, field?.value ?? ''] as const,
	(kind, value) =>
		kind === 'filter' || kind === 'search' || kind === 'breakpoint' ? readFilter(value) : null,
);

const openTypedIndex = selector(
	screen => [selectTyped(screen), selectFilterContext(screen)] as const,
	(typed, context) => {
		const passing = typed?.isRead === true ? typed.filter : null;
		return passing === null ? null : new LogIndex({passing, isFolded: false}, context);
	},
);

/** The events that pass what is typed in the open field, as far as they were counted; `null` if that is no filter. */
export const selectTypedIndex: (screen: Screen) => LogIndex | null = perScreen(screen => {
	const index = openTypedIndex(screen);
	index?.extend(screen.trace.events, filterStretch, versionOf(screen));
	return index;
});

/** What the field says about what is typed: how many events it finds, or what is wrong with it. */
export function selectFieldNote(screen: Screen): {readonly text: string; readonly isWrong: boolean} | null {
	const typed = selectTyped(screen);
	if (typed?.isRead === false) {
		return {text: typed.message, isWrong: true};
	}

	const index = selectTypedIndex(screen);
	if (index === null) {
		return null;
	}

	const {length} = screen.live;
	const isCounted = index.seen >= length;
	const words = `${index.count(length)} of ${isCounted ? length : index.seen}`;
	return {text: isCounted ? words : `${words}, ${shareOf(index, length)} %`, isWrong: false};
}

/** How much of the trace a filter has looked at, in whole per cent. */
export function shareOf({seen}: LogIndex, length: number): number {
	return length === 0 ? 100 : Math.floor((100 * seen) / length);
}
