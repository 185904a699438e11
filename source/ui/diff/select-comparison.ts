import {comparisonSteps, type StreamComparison} from '../../analysis/comparison/compare-streams.js';
import {eventsInStep, type Steps} from '../../analysis/comparison/steps.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {exchangeIn} from '../../trace/fold-trace.js';
import type {Trace} from '../../trace/trace.js';
import type {Screen} from '../screen/screen.js';
import {perScreen} from '../screen/selector.js';

/** A comparison that is being made, or is done. `views` are what it compares, `taken` is how many steps were taken. */
type Running = {
	readonly views: readonly [ExchangeView, ExchangeView];
	readonly steps: Steps<StreamComparison>;
	taken: number;
	result: StreamComparison | null;
};

const known = new WeakMap<Trace, Running>();

/** The comparison of the two exchanges, behind the playhead too; `null` until it is made, which takes several screens for long ones. */
export const selectComparison: (screen: Screen) => StreamComparison | null = perScreen(screen => {
	const {trace, live, diff, hasTimes, prices} = screen;
	const [left, right] = (diff.exchanges ?? []).map(number => exchangeIn(live, number));
	if (!left || !right) {
		return null;
	}

	const before = known.get(trace);
	const isSame = before?.views[0] === left && before.views[1] === right;
	const sideOf = (view: ExchangeView) => ({
		name: `exchange ${view.exchange}`,
		events: trace.events,
		view,
		hasTimes,
		prices,
	});
	const running: Running =
		before !== undefined && isSame
			? before
			: {views: [left, right], steps: comparisonSteps(sideOf(left), sideOf(right)), taken: 0, result: null};
	known.set(trace, running);
	if (running.result === null) {
		const step = running.steps.next();
		running.taken++;
		running.result = step.done ? step.value : null;
	}

	return running.result;
});

/** How often the events of both are gone through: for the figures, for the places, and, both at once, for the rows and the difference. */
const passes = 3;

/** How much of the comparison is made, in whole per cent, as far as can be known. */
export function selectDiffShare(screen: Screen): number {
	const running = known.get(screen.trace);
	const events = (running?.views ?? []).reduce((sum, {first, last}) => sum + last + 1 - first, 0);
	return Math.min(
		99,
		Math.floor((100 * (running?.taken ?? 0) * eventsInStep) / Math.max(1, passes * events)),
	);
}

/** Whether a comparison is shown that is not made yet. */
export function selectIsDiffing(screen: Screen): boolean {
	return screen.overlay === 'diff' && screen.diff.exchanges !== null && selectComparison(screen) === null;
}
