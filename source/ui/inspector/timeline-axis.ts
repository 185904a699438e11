import type {WaterfallAxis} from '../../text/drawings/waterfall.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {exchangeIn} from '../../trace/fold-trace.js';
import {isLogWhole, selectEvent, selectSelectedExchange} from '../events/select-log.js';
import type {Screen} from '../screen/screen.js';

/** The width of the labels left of all drawings: a clock's name and its value. */
export const timelineLabels = 23;
/** Below this width of the pane, labels are shorter. */
const narrow = 50;

/** The most that the axis can be zoomed: 2 to this power. */
export const maxZoom = 12;

export function labelWidth(width: number): number {
	return width < narrow ? Math.floor(width / 3) : timelineLabels;
}

/** The exchange of the timeline: in a recording that is read as a whole, all of it, also behind the playhead. */
export function timelineExchange(screen: Screen): ExchangeView | null {
	const selected = selectSelectedExchange(screen);
	return isLogWhole(screen)
		? (exchangeIn(screen.live, selectEvent(screen)?.exchange ?? selected?.exchange ?? 0) ?? selected)
		: selected;
}

/** The axis of the timeline, in milliseconds since the request: the whole exchange, or around the selected event if it is zoomed. */
export function timelineAxis(screen: Screen, exchange: ExchangeView, width: number): WaterfallAxis {
	const {request} = exchange.timestamps;
	const total = Math.max(1, (screen.trace.at(exchange.last)?.at ?? request) - request);
	const cells = Math.max(1, width - labelWidth(width));
	const span = total / 2 ** screen.timelineZoom;
	const centre = (selectEvent(screen)?.at ?? request) - request;
	const from = Math.max(0, Math.min(total - span, centre - span / 2));
	return {from, to: from + span, cells};
}
