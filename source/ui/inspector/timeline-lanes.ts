import type {AttemptTimes, BlockTimes, ExchangeTimeline} from '../../analysis/exchange-timeline.js';
import {blockVocabulary, isThinkingBlock} from '../../messages/vocabulary/blocks.js';
import type {Cell} from '../../text/drawings/cell-row.js';
import {glyphsFor, signFor} from '../../text/drawings/glyphs.js';
import {
	axisCell,
	blankCell,
	countCells,
	spanCells,
	type WaterfallAxis,
	type WaterfallRow,
	withSign,
} from '../../text/drawings/waterfall.js';
import {formatBytes, formatMilliseconds} from '../../text/format-numbers.js';
import {sanitizeLine} from '../../text/sanitize.js';

const glyphs = glyphsFor(false);

/** Times on the axis, which counts from the request. */
export type Lanes = {
	readonly timeline: ExchangeTimeline;
	readonly request: number;
	readonly axis: WaterfallAxis;
};

/** The axis on the trace's clock. */
function clockAxis({request, axis}: Lanes): WaterfallAxis {
	return {...axis, from: axis.from + request, to: axis.to + request};
}

/** Each attempt: the wait for its response, then its body, until the next one. */
export function attemptRows(lanes: Lanes): readonly WaterfallRow[] {
	const axis = clockAxis(lanes);
	const {attempts} = lanes.timeline;
	return attempts.map((attempt, index): WaterfallRow => {
		const isBad = (attempt.status ?? 0) >= 400;
		const next = attempts[index + 1]?.start ?? null;
		const waits = spanCells(attempt.start, attempt.headers ?? attempt.last, {sign: '░', role: 'dim'}, axis);
		const body =
			attempt.headers === null
				? waits
				: spanCells(attempt.headers, attempt.last, {sign: '█', role: isBad ? 'error' : 'bar'}, axis, waits);
		const cells =
			next === null || next <= attempt.last
				? body
				: body.map((cell, at) =>
						at > axisCell(attempt.last, axis) && at < axisCell(next, axis)
							? {sign: '┄', role: 'warning'}
							: cell,
					);
		return {label: attemptLabel(attempt, next), role: isBad ? 'error' : 'dim', cells};
	});
}

function attemptLabel({attempt, status, last}: AttemptTimes, next: number | null): string {
	const wait = next === null ? '' : ` · wait ${formatMilliseconds(next - last)}`;
	return `#${attempt} · ${status === null || status === 0 ? '…' : status}${wait}`;
}

/** A clock in milliseconds since the request; `null` if it has not come. */
export type NamedClock = {readonly name: string; readonly ms: number | null; readonly role?: string};

/** A clock as a tick on the axis, with its name and value beside it. */
export function clockRow(
	{name, ms, role = 'accent'}: NamedClock,
	axis: WaterfallAxis,
	isNarrow: boolean,
): WaterfallRow {
	const value = ms === null ? glyphs.range : formatMilliseconds(ms);
	const cells =
		ms === null
			? Array.from({length: axis.cells}, () => blankCell)
			: withSign(spanCells(0, ms, {sign: '·', role: 'dim'}, axis), ms, {sign: '┃', role}, axis);
	return {label: isNarrow ? `${value} ${name}` : `${name.padEnd(13)}${value.padStart(9)}`, cells};
}

/** The blocks, from start to stop, shaded by their deltas. With fewer rows than blocks, several share one. */
export function blockRows(lanes: Lanes, count: number, until: number): readonly WaterfallRow[] {
	const axis = clockAxis(lanes);
	const {blocks} = lanes.timeline;
	const rows = Math.max(1, Math.min(count, blocks.length));
	return Array.from({length: Math.min(rows, blocks.length)}, (_, row): WaterfallRow => {
		const own = blocks.filter((_, index) => index % rows === row);
		const [first] = own;
		const more = own.length > 1 ? ` +${own.length - 1}` : '';
		const cells = own.reduce<readonly Cell[]>(
			(under, block) => blockCells(block, axis, until, under),
			Array.from({length: axis.cells}, () => blankCell),
		);
		return {label: first === undefined ? '' : `[${first.index}] ${sanitizeLine(first.kind)}${more}`, cells};
	});
}

function blockCells(
	block: BlockTimes,
	axis: WaterfallAxis,
	until: number,
	under: readonly Cell[],
): readonly Cell[] {
	const {start, stop, deltas, kind} = block;
	const frame = spanCells(start, stop ?? until, {sign: glyphs.line, role: 'axis'}, axis, under);
	const counted = countCells(deltas, axis);
	const most = counted.reduce((max, {count}) => Math.max(max, count), 0);
	const edged = withSign(
		stop === null ? frame : withSign(frame, stop, {sign: glyphs.stop, role: 'axis'}, axis),
		start,
		{sign: glyphs.start, role: 'axis'},
		axis,
	);
	return edged.map((cell, index) => {
		const sign = signFor((counted[index]?.count ?? 0) / Math.max(1, most), glyphs.shades);
		return sign === null ? cell : {sign, role: blockVocabulary(kind).role};
	});
}

/** The bytes that came in each cell. */
export function bytesRow(lanes: Lanes): WaterfallRow {
	const axis = clockAxis(lanes);
	const {arrivals, bytes} = lanes.timeline;
	const counted = countCells(arrivals, axis).map(
		({before, count}) => (bytes[before + count] ?? 0) - (bytes[before] ?? 0),
	);
	const most = Math.max(0, ...counted);
	return {label: `bytes, max ${formatBytes(most)}`, cells: columns(counted, most)};
}

/** The pings. */
export function pingRow(lanes: Lanes): WaterfallRow {
	const counted = countCells(lanes.timeline.pings, clockAxis(lanes));
	return {
		label: `pings ${lanes.timeline.pings.length}`,
		cells: counted.map(({count}) => (count === 0 ? blankCell : {sign: glyphs.ping, role: 'ping'})),
	};
}

/** What the signs of the silence's row mean, in the order in which one wins over another. */
export const silenceSigns = '▪ content ░ hidden thinking ∙ other events • pings only ┄ nothing';

/** Whether content came, the model thought unseen, only pings came, or nothing at all: alive or dead. */
export function silenceRow(lanes: Lanes, until: number): WaterfallRow {
	const {timeline} = lanes;
	const axis = clockAxis(lanes);
	const start = timeline.attempts[0]?.start ?? lanes.request;
	const [content, pings, all] = [timeline.content, timeline.pings, timeline.arrivals].map(times =>
		countCells(times, axis),
	);
	const thinking = timeline.blocks
		.filter(({kind}) => isThinkingBlock(kind))
		.map(({start: from, stop}) => [axisCell(from, axis), axisCell(stop ?? until, axis)] as const);
	const cells = Array.from({length: axis.cells}, (_, cell): Cell => {
		const pinged = pings?.[cell]?.count ?? 0;
		if ((content?.[cell]?.count ?? 0) > 0) {
			return {sign: '▪', role: 'bar'};
		}

		if (thinking.some(([from, to]) => cell >= from && cell <= to)) {
			return {sign: '░', role: 'thinking'};
		}

		if ((all?.[cell]?.count ?? 0) > pinged) {
			return {sign: '∙', role: 'dim'};
		}

		if (pinged > 0) {
			return {sign: glyphs.ping, role: 'ping'};
		}

		const isWithin = cell >= axisCell(start, axis) && cell <= axisCell(until, axis);
		return isWithin ? {sign: '┄', role: 'warning'} : blankCell;
	});
	return {label: 'silence', cells};
}

/** The longest gap between content in each cell, as columns of `height` rows. */
export function gapRows(lanes: Lanes, height: number): readonly WaterfallRow[] {
	const {timeline} = lanes;
	const gaps = countCells(timeline.content, clockAxis(lanes)).map(({before, count}) =>
		timeline.longestGap(before, before + count),
	);
	const most = Math.max(0, ...gaps);
	return Array.from({length: height}, (_, index): WaterfallRow => {
		const below = height - 1 - index;
		const cells = gaps.map((gap): Cell => {
			const share = most > 0 ? (gap / most) * height - below : 0;
			const sign = signFor(below === 0 ? share : Math.round(share * 8) / 8, glyphs.columns);
			return {sign: sign ?? ' ', role: sign === null ? undefined : gap === most ? 'peak' : 'bar'};
		});
		return {label: index === 0 ? `gaps, max ${formatMilliseconds(most)}` : '', cells};
	});
}

/** How many pieces of content came in each cell. */
export function rateRow(lanes: Lanes): WaterfallRow {
	const {axis} = lanes;
	const counted = countCells(lanes.timeline.content, clockAxis(lanes)).map(({count}) => count);
	const most = Math.max(0, ...counted);
	const perSecond = (most * 1000) / ((axis.to - axis.from) / axis.cells);
	return {
		label: `deltas, max ${perSecond.toFixed(perSecond < 10 ? 1 : 0)}/s`,
		cells: columns(counted, most),
	};
}

function columns(values: readonly number[], most: number): readonly Cell[] {
	return values.map(value => {
		const sign = signFor(most > 0 ? value / most : 0, glyphs.columns);
		return sign === null ? blankCell : {sign, role: 'bar'};
	});
}
