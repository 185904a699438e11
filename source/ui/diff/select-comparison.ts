import {comparisonSteps, type StreamComparison} from '../../analysis/comparison/compare-streams.js';
import type {Steps} from '../../analysis/comparison/steps.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {exchangeIn} from '../../trace/fold-trace.js';
import type {Trace} from '../../trace/trace.js';
import type {Screen} from '../screen/screen.js';
import {perScreen} from '../screen/selector.js';

/** A comparison that is being made, or is done. `views` are what it compares. */
type Running = {
	readonly views: readonly [ExchangeView, ExchangeView];
	readonly steps: Steps<StreamComparison>;
	result: StreamComparison | null;
};

const known = new WeakMap<Trace, Running>();

/** How many steps are taken for one screen, some 20 ms. */
const stretch = 4;

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
			: {views: [left, right], steps: comparisonSteps(sideOf(left), sideOf(right)), result: null};
	known.set(trace, running);
	for (let taken = 0; taken < stretch && running.result === null; taken++) {
		const step = running.steps.next();
		running.result = step.done ? step.value : null;
	}

	return running.result;
});

/** Whether a comparison is shown that is not made yet. */
export function selectIsDiffing(screen: Screen): boolean {
	return screen.overlay === 'diff' && screen.diff.exchanges !== null && selectComparison(screen) === null;
}
