import {clocksOf, outerClocksOf} from '../../analysis/clocks.js';
import {timesUntil} from '../../analysis/exchange-timeline.js';
import {summarise} from '../../analysis/quantiles.js';
import {thinkingOf, thinkingWords} from '../../analysis/thinking.js';
import {blockVocabulary} from '../../messages/vocabulary/blocks.js';
import {clockBars} from '../../text/drawings/clock-bars.js';
import {gapChart} from '../../text/drawings/gap-chart.js';
import {tracks} from '../../text/drawings/tracks.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {wrapText} from '../../text/wrap-text.js';
import {selectEvent, selectSelectedExchange} from '../events/select-log.js';
import type {Screen} from '../screen/screen.js';
import {fixedRows, type RowSource} from './row-source.js';
import {selectExchangeTimeline} from './select-exchange-timeline.js';

const gapRows = 4;

const noTimes =
	'The capture holds no times, so there are no clocks, gaps or rates. The pace at which it plays is made up.';

const noEventTimes =
	'The capture holds no times of single events, so there are no other clocks, no gaps and no rates. The pace at which they play is made up.';

/** The clocks, the gaps between the content deltas, and the blocks over time. */
export function timelineTab(screen: Screen, width: number): RowSource {
	const exchange = selectSelectedExchange(screen);
	if (exchange === null) {
		return fixedRows([[segment('No exchange yet.', 'dim')]]);
	}

	const thinking = thinkingWords(thinkingOf(exchange, screen.hasTimes));
	if (!screen.hasTimes) {
		const outer = outerClocksOf(exchange);
		const named = [
			{name: 'headers', ms: outer.headers},
			{name: 'total', ms: outer.total, role: 'accent'},
		];
		const words = screen.hasOuterTimes ? noEventTimes : noTimes;
		return fixedRows([
			...(screen.hasOuterTimes ? clockBars({clocks: named, width}) : []),
			...wrapText(words, width).lines.map(({text}): Row => [segment(text, 'dim')]),
			...(thinking === null ? [] : [[segment(thinking, 'thinking')]]),
		]);
	}

	const timeline = selectExchangeTimeline(screen, exchange);
	const from = exchange.timestamps.request;
	const to = screen.trace.at(exchange.last)?.at ?? from;
	const content = timesUntil(timeline.content, to);
	const summary = summarise(content.slice(1).map((time, index) => time - (content[index] ?? time)));
	const blocks = timeline.blocks
		.filter(({start}) => start <= to)
		.map(({index, kind, start, stop, deltas}) => ({
			label: `[${index}] ${sanitizeLine(kind)}`,
			role: blockVocabulary(kind).role,
			start: start - from,
			stop: stop === null || stop > to ? null : stop - from,
			deltas: timesUntil(deltas, to).map(time => time - from),
		}));
	const relative = (times: readonly number[]) => timesUntil(times, to).map(time => time - from);
	const selected = selectEvent(screen);
	return fixedRows([
		...clockBars({clocks: namedClocks(clocksOf(exchange)), width}),
		...(thinking === null ? [] : [[segment(thinking, 'thinking')]]),
		[segment('Gaps between content deltas', 'title')],
		...gapChart({
			times: relative(timeline.content),
			summary,
			from: 0,
			to: to - from,
			width,
			height: gapRows + 1,
		}),
		[segment('Blocks', 'title')],
		...tracks({
			blocks,
			pings: relative(timeline.pings),
			errors: relative(timeline.errors),
			from: 0,
			to: to - from,
			playhead: screen.log.isFollowing || selected === undefined ? null : selected.at - from,
			width,
			height: Math.min(12, blocks.length + 2),
		}),
	] satisfies readonly Row[]);
}

function namedClocks(clocks: ReturnType<typeof clocksOf>) {
	return [
		{name: 'headers', ms: clocks.headers},
		{name: 'first event', ms: clocks.firstEvent},
		{name: 'TTFT', ms: clocks.ttft, role: 'good'},
		...(clocks.thinking === null ? [] : [{name: 'thinking', ms: clocks.thinking, role: 'thinking'}]),
		{name: 'first text', ms: clocks.firstText},
		{name: 'last content', ms: clocks.lastContent},
		{name: 'total', ms: clocks.total, role: 'accent'},
	];
}
