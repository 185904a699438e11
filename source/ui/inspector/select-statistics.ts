import {StatisticsIndex} from '../../analysis/statistics/statistics-index.js';
import {type StreamStatistics, streamStatistics} from '../../analysis/statistics/stream-statistics.js';
import type {Trace} from '../../trace/trace.js';
import {selectSelectedExchange} from '../events/select-log.js';
import {selectLength} from '../player/select-view.js';
import type {Screen} from '../screen/screen.js';
import {perScreen} from '../screen/selector.js';

/** The index that were read last: those of all exchanges, and those of one. */
const known = new WeakMap<Trace, {all: StatisticsIndex | null; one: StatisticsIndex | null}>();

/** How many events are read for one screen, which takes some 20 ms. */
const stretch = 5000;

/** The index of the statistics that are shown, a step further with each screen; `null` before the first exchange. */
const selectIndex: (screen: Screen) => StatisticsIndex | null = perScreen(screen => {
	const {trace, hasAllStatistics} = screen;
	const view = selectSelectedExchange(screen);
	if (view === null) {
		return null;
	}

	const kept = known.get(trace) ?? {all: null, one: null};
	known.set(trace, kept);
	const index = hasAllStatistics
		? (kept.all ?? new StatisticsIndex(null))
		: kept.one?.exchange === view.exchange
			? kept.one
			: new StatisticsIndex(view.exchange, view.first);
	kept[hasAllStatistics ? 'all' : 'one'] = index;
	index.extend(trace.events, selectLength(screen), stretch);
	return index;
});

type Shown = {readonly length: number; readonly bins: number; readonly hasTimes: boolean};

const last = new WeakMap<StatisticsIndex, {readonly shown: Shown; readonly statistics: StreamStatistics}>();

/**
 * The statistics up to the playhead; `null` before the first exchange. In a long trace they are counted in steps, and `progress` is how much has
 * been, from 0 to 1.
 */
export function selectStatistics(
	screen: Screen,
	bins: number,
): {readonly statistics: StreamStatistics} | {readonly progress: number} | null {
	const index = selectIndex(screen);
	if (index === null) {
		return null;
	}

	const length = selectLength(screen);
	if (index.seen < length) {
		return {progress: index.seen / length};
	}

	const shown = {length: index.count(length), bins, hasTimes: screen.hasTimes};
	const before = last.get(index);
	if (
		before?.shown.length === shown.length &&
		before.shown.bins === bins &&
		before.shown.hasTimes === shown.hasTimes
	) {
		return before;
	}

	const statistics = streamStatistics(index, {...shown, length});
	last.set(index, {shown, statistics});
	return {statistics};
}

/** Whether the tab of statistics is shown and has more events to count. */
export function selectIsCounting(screen: Screen): boolean {
	const index = screen.tab === 'stats' ? selectIndex(screen) : null;
	return index !== null && index.seen < selectLength(screen);
}
