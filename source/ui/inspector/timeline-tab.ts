import {clocksOf, outerClocksOf} from '../../analysis/clocks.js';
import {timesUntil} from '../../analysis/exchange-timeline.js';
import {thinkingOf, thinkingWords} from '../../analysis/thinking.js';
import {clockBars} from '../../text/drawings/clock-bars.js';
import {gapWords} from '../../text/drawings/gap-words.js';
import {
	axisCell,
	tickRow,
	type WaterfallAxis,
	type WaterfallRow,
	waterfallRows,
} from '../../text/drawings/waterfall.js';
import {type Row, segment} from '../../text/segment.js';
import {wrapText} from '../../text/wrap-text.js';
import {selectEvent} from '../events/select-log.js';
import {selectLength} from '../player/select-view.js';
import type {Screen} from '../screen/screen.js';
import {selectInside} from '../screen/select-layout.js';
import {fixedRows, type RowSource} from './row-source.js';
import {selectExchangeTimeline, selectGapSummary} from './select-exchange-timeline.js';
import {labelWidth, timelineAxis, timelineExchange, timelineLabels} from './timeline-axis.js';
import {
	attemptRows,
	blockRows,
	bytesRow,
	clockRow,
	gapRows,
	type NamedClock,
	pingRow,
	rateRow,
	silenceRow,
	silenceSigns,
} from './timeline-lanes.js';

const noTimes =
	'The capture holds no times, so there are no clocks, gaps or rates. The pace at which it plays is made up.';

const noEventTimes =
	'The capture holds no times of single events, so there are no other clocks, no gaps and no rates. The pace at which they play is made up.';

/** An exchange as a waterfall: its attempts, clocks, blocks, bytes, pings, silences, gaps and rate on one axis. */
export function timelineTab(screen: Screen, width: number): RowSource {
	const exchange = timelineExchange(screen);
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

	return fixedRows([
		...drawings(screen, width),
		...(thinking === null ? [] : [[segment(thinking, 'thinking')]]),
		...wrapText(timelineKeysWords, width).lines.map(({text}): Row => [segment(text, 'dim')]),
	]);
}

const timelineKeysWords = `Silence: ${silenceSigns}. J and K move the cursor, + and - zoom.`;

/** Rows of all the drawings except the blocks' and the gaps', and of the words below them. */
const otherRows = 17;

/** All drawings on one axis, whose zero is in the same column. A tall pane has more rows for blocks and gaps. */
function drawings(screen: Screen, width: number): readonly Row[] {
	const exchange = timelineExchange(screen);
	if (exchange === null) {
		return [];
	}

	const {request, end} = exchange.timestamps;
	const timeline = selectExchangeTimeline(screen, exchange);
	const axis = timelineAxis(screen, exchange, width);
	const lanes = {timeline, request, axis};
	const {height} = selectInside(screen, 'inspector');
	const blocks = Math.max(4, Math.min(timeline.blocks.length, Math.floor((height - otherRows) / 2)));
	const gaps = Math.max(3, Math.min(10, height - otherRows - Math.min(blocks, timeline.blocks.length)));
	const playhead = (screen.trace.at(selectLength(screen) - 1)?.at ?? request) - request;
	const until = end ?? screen.trace.at(exchange.last)?.at ?? request;
	const place = {
		past: playhead >= axis.to ? axis.cells : axisCell(playhead, axis),
		cursor: cursorCell(screen, axis, request),
	};
	const summary = selectGapSummary(timeline, timesUntil(timeline.content, until).length);
	const room = labelWidth(width);
	const drawn = (...rows: readonly WaterfallRow[]) => waterfallRows(rows, room, place);
	return [
		...drawn(
			{
				label: screen.timelineZoom === 0 ? 'time' : `time, zoomed ×${2 ** screen.timelineZoom}`,
				cells: tickRow(axis),
			},
			...attemptRows(lanes),
			...namedClocks(clocksOf(exchange)).map(clock => clockRow(clock, axis, room < timelineLabels)),
			...blockRows(lanes, blocks, until),
			bytesRow(lanes),
			pingRow(lanes),
			silenceRow(lanes, until),
			...gapRows(lanes, gaps),
			rateRow(lanes),
		),
		...(summary === null ? [] : [[segment(`gaps between content deltas: ${gapWords(summary)}`, 'dim')]]),
	];
}

/** The cell of the selected event; `null` if it is not in sight, or nothing was selected. */
function cursorCell(screen: Screen, axis: WaterfallAxis, request: number): number | null {
	const event = selectEvent(screen);
	if (event === undefined || (screen.log.isFollowing && screen.playhead === null)) {
		return null;
	}

	const time = event.at - request;
	const cell = time === axis.to ? axis.cells - 1 : axisCell(time, axis);
	return cell >= 0 && cell < axis.cells ? cell : null;
}

function namedClocks(clocks: ReturnType<typeof clocksOf>): readonly NamedClock[] {
	return [
		{name: 'headers', ms: clocks.headers},
		{name: 'first event', ms: clocks.firstEvent},
		{name: 'TTFT', ms: clocks.ttft, role: 'key'},
		...(clocks.thinking === null ? [] : [{name: 'thinking', ms: clocks.thinking, role: 'thinking'}]),
		{name: 'first text', ms: clocks.firstText},
		{name: 'last content', ms: clocks.lastContent},
		{name: 'total', ms: clocks.total, role: 'accent'},
	];
}
