import {type DeltaRun, longestGaps, runGaps, runText} from '../../analysis/delta-run.js';
import {summarize} from '../../analysis/event-summary.js';
import {summarise} from '../../analysis/quantiles.js';
import {gapColumns} from '../../text/drawings/gap-columns.js';
import {formatMilliseconds, formatTokens} from '../../text/format-numbers.js';
import {sanitize, sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {wrapText} from '../../text/wrap-text.js';
import {selectLogRow, selectLogWindow, selectSelectedExchange} from '../events/select-log.js';
import type {Screen} from '../screen/screen.js';
import {selector} from '../screen/selector.js';
import {fixedRows, type RowSource} from './row-source.js';

/** The most that is shown of a run's text, in UTF-16 units. The Message tab has all of it. */
const maxText = 20_000;

/** The run of deltas that the selected row of a folded log stands for; `null` if it stands for one event, or one of them was gone to. */
function selectedRun(screen: Screen): (DeltaRun & {readonly length: number}) | null {
	const row = screen.filter.isFolded ? selectLogRow(screen, selectLogWindow(screen).selected) : undefined;
	const {meant} = screen.log;
	return row === undefined || row.last === row.first || (meant !== undefined && meant !== row.last)
		? null
		: row;
}

const selectRunRows: (screen: Screen) => (width: number) => RowSource = selector(
	screen => {
		const run = selectedRun(screen);
		const request = selectSelectedExchange(screen)?.timestamps.request ?? 0;
		return [
			screen.trace,
			run?.first ?? 0,
			run?.last ?? 0,
			run?.length ?? 0,
			screen.hasTimes,
			request,
		] as const;
	},
	(trace, first, last, length, hasTimes, request) => {
		let known: {readonly width: number; readonly source: RowSource} | null = null;
		return width => {
			if (known?.width !== width) {
				const rows = runRows(trace.events, {first, last, length}, {width, since: hasTimes ? request : null});
				known = {width, source: fixedRows(rows)};
			}

			return known.source;
		};
	},
);

/** A folded run of deltas: how many, when, with which gaps, and what they add up to. `null` unless one is selected. */
export function runTab(screen: Screen, width: number): RowSource | null {
	return selectedRun(screen) === null ? null : selectRunRows(screen)(width);
}

function runRows(
	events: Screen['trace']['events'],
	{first, last, length}: DeltaRun & {readonly length: number},
	{width, since}: {readonly width: number; readonly since: number | null},
): readonly Row[] {
	const event = events[first];
	const {deltaType, block} = event === undefined ? {deltaType: null, block: null} : summarize(event);
	const dim = (text: string): readonly Row[] =>
		wrapText(text, width).lines.map(({text: line}): Row => [segment(line, 'dim')]);
	const count = last - first + 1;
	const text = runText(events, {first, last}, maxText);
	const rest = length - text.length;
	return [
		[
			segment(`#${first + 1}–#${last + 1} `, 'dim'),
			segment(`${sanitizeLine(deltaType ?? 'delta')} × ${formatTokens(count)}`, 'title'),
			segment(block === null ? '' : ` · block ${block}`, 'dim'),
		],
		...dim(
			`${formatTokens(length)} characters${since === null ? '' : ` · ${spanWords(events, {first, last}, since)}`}`,
		),
		...(since === null ? [] : gapRows(runGaps(events, {first, last}), width)),
		[],
		...wrapText(sanitize(text), width).lines.map(({text: line}): Row => [segment(line)]),
		...(rest > 0 ? dim(`… ${formatTokens(rest)} more characters: the Message tab has all of them.`) : []),
	];
}

/** From when to when after the request, and how long. */
function spanWords(events: Screen['trace']['events'], {first, last}: DeltaRun, since: number): string {
	const [from, to] = [events[first]?.at ?? 0, events[last]?.at ?? 0];
	return `${formatMilliseconds(from - since)} to ${formatMilliseconds(to - since)} · ${formatMilliseconds(to - from)}`;
}

function gapRows(gaps: readonly number[], width: number): readonly Row[] {
	const summary = summarise(gaps);
	if (summary === null) {
		return [];
	}

	const {p50, p90, max} = summary;
	const words = `gaps: median ${formatMilliseconds(p50)} · p90 ${formatMilliseconds(p90)} · max ${formatMilliseconds(max)}`;
	return [
		...wrapText(words, width).lines.map(({text}): Row => [segment(text, 'dim')]),
		gapColumns(longestGaps(gaps, Math.max(1, width))),
	];
}
