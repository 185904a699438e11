import {ExchangeTimeline} from '../../analysis/exchange-timeline.js';
import {type Summary, summarise} from '../../analysis/quantiles.js';
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

const summaries = new WeakMap<ExchangeTimeline, {readonly count: number; readonly summary: Summary | null}>();

/** The statistics of the gaps between the first `count` pieces of content. Computed again only when there are more or fewer. */
export function selectGapSummary(timeline: ExchangeTimeline, count: number): Summary | null {
	const before = summaries.get(timeline);
	if (before?.count === count) {
		return before.summary;
	}

	const {content} = timeline;
	const gaps = Array.from(
		{length: Math.max(0, count - 1)},
		(_, index) => (content[index + 1] ?? 0) - (content[index] ?? 0),
	);
	const summary = summarise(gaps);
	summaries.set(timeline, {count, summary});
	return summary;
}
