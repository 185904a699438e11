import type {ExchangeView} from '../../trace/exchange-view.js';
import {exchangeIn, type TraceView} from '../../trace/fold-trace.js';
import {lastItem} from '../../trace/persistent-list.js';
import type {Screen} from '../screen/screen.js';
import {selector} from '../screen/selector.js';

/** How many events the screen folds: the playhead. */
export function selectLength({playhead, live}: Screen): number {
	return playhead ?? live.length;
}

/** The fold of the prefix up to the playhead. */
export function selectView(screen: Screen): TraceView {
	const {playhead, live} = screen;
	return playhead === null || playhead === live.length ? live : selectViewAt(screen);
}

// Returns the same view while the playhead does not move. A new view would lay turns out again.
const selectViewAt = selector(
	({trace, playhead}) => [trace, playhead ?? 0] as const,
	(trace, playhead) => trace.viewAt(playhead),
);

/** The exchange of a number, up to the playhead. */
export function selectExchange(screen: Screen, number: number): ExchangeView | null {
	return exchangeIn(selectView(screen), number);
}

/** The newest exchange of the whole trace, regardless of the playhead. */
export function selectLatest({live}: Screen): ExchangeView | null {
	return lastItem(live.exchanges) ?? null;
}

/** Whether an answer is in progress. */
export function selectIsAnswering(screen: Screen): boolean {
	const phase = selectLatest(screen)?.phase;
	return !screen.isReplay && (phase === 'connecting' || phase === 'streaming');
}
