import {ExchangeTimeline} from '../../analysis/exchange-timeline.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import type {Trace} from '../../trace/trace.js';
import type {Screen} from '../screen/screen.js';

/** The timeline of the exchange that was shown last. */
const known = new WeakMap<Trace, ExchangeTimeline>();

/** When the events of an exchange came. */
export function selectExchangeTimeline({trace}: Screen, {exchange, first}: ExchangeView): ExchangeTimeline {
	const before = known.get(trace);
	const timeline = before?.exchange === exchange ? before : new ExchangeTimeline(exchange, first);
	known.set(trace, timeline);
	timeline.extend(trace.events);
	return timeline;
}
