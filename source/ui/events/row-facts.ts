import {arrived} from '../../analysis/arrived.js';
import {runText} from '../../analysis/delta-run.js';
import {eventBefore} from '../../analysis/exchange-overlap.js';
import type {LogRow} from '../../analysis/log-index.js';
import {type OutputCount, outputCountOf} from '../../analysis/output-count.js';
import {isContent} from '../../messages/vocabulary/piece.js';
import {exchangeIn} from '../../trace/fold-trace.js';
import type {Trace} from '../../trace/trace.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import {utf8Length} from '../../wire/utf8-length.js';
import {selectExchange, selectLength} from '../player/select-view.js';
import type {Screen} from '../screen/screen.js';
import type {EventRowFacts} from './event-row.js';
import {selectLogLayout} from './select-columns.js';
import {selectFindings} from './select-findings.js';
import {isLogWhole} from './select-log.js';

/** What a row of the log shows; `null` for a row that has no event. */
export function rowFacts(screen: Screen, row: LogRow, isSelected: boolean): EventRowFacts | null {
	const {trace, lane, hasTimes, bookmarks} = screen;
	const event = trace.at(row.first);
	if (event === undefined) {
		return null;
	}

	const isWhole = isLogWhole(screen);
	const length = selectLength(screen);
	const exchange = isWhole ? exchangeIn(screen.live, event.exchange) : selectExchange(screen, event.exchange);
	const before = eventBefore(trace.events, row.first);
	return {
		position: row.first,
		since: hasTimes ? event.at - (exchange?.timestamps.request ?? 0) : null,
		gap: hasTimes && before !== undefined ? event.at - before.at : null,
		lane: lane.at(row.first),
		run: row.last > row.first ? runFacts(screen, row) : undefined,
		bookmark: bookmarks.find(({position}) => position >= row.first && position <= row.last) ?? null,
		finding: exchange === null ? null : selectFindings(screen).worstOf(exchange, row),
		isSelected,
		ahead: !isWhole || row.last < length - 1 ? null : row.first >= length ? 'later' : 'playhead',
		...columnFacts(screen, event, {row, before}),
	};
}

/** More of a run's text fits into no row. */
const maxRunText = 250;

function runFacts({trace, hasTimes}: Screen, row: LogRow): NonNullable<EventRowFacts['run']> {
	const [first, last] = [trace.at(row.first), trace.at(row.last)];
	return {
		count: row.last - row.first + 1,
		duration: hasTimes && first !== undefined && last !== undefined ? last.at - first.at : null,
		length: row.length,
		text: runText(trace.events, row, maxRunText),
	};
}

/** What is shown only in a column of its own. */
function columnFacts(
	screen: Screen,
	event: TraceEvent,
	{row, before}: {readonly row: LogRow; readonly before: TraceEvent | undefined},
): Partial<EventRowFacts> {
	const {trace, hasTimes, wallTime} = screen;
	const {columns} = selectLogLayout(screen);
	const shown = <Value>(name: (typeof columns)[number], value: () => Value) =>
		columns.includes(name) ? value() : undefined;
	return {
		exchange: shown('exchange', () => event.exchange),
		chunk: shown('read', () => readOf(event, before)),
		clock:
			shown('clock', () => (hasTimes && wallTime !== null ? wallTime(event.at, row.first) : null)) ?? null,
		start: shown('start', () => (hasTimes ? event.at - (trace.at(0)?.at ?? 0) : null)) ?? null,
		content: shown('content', () => (hasTimes ? contentGap(trace, row.first) : null)) ?? null,
		bytes: shown('bytes', () => sizeOf(trace, row)) ?? null,
		tokens: shown('tokens', () => tokensAt(trace, row.last)) ?? null,
	};
}

function readOf(event: TraceEvent, before: TraceEvent | undefined): EventRowFacts['chunk'] {
	if (event.type !== 'sse') {
		return null;
	}

	const isFirst = before?.type !== 'sse' || before.chunk !== event.chunk || before.attempt !== event.attempt;
	return {number: event.chunk, isFirst};
}

function hasContent(event: TraceEvent): boolean {
	return isContent(arrived(event)?.piece ?? null);
}

/** The time since the content before; `null` if the event is no content, or there is none near by. */
function contentGap({events}: Trace, position: number): number | null {
	const event = events[position];
	const before =
		event === undefined || !hasContent(event) ? undefined : eventBefore(events, position, hasContent);
	return event === undefined || before === undefined ? null : event.at - before.at;
}

/** The largest folded run whose bytes are added up for a row. */
const maxSummed = 5000;

function sizeOf({events}: Trace, {first, last}: LogRow): number | null {
	if (last - first > maxSummed) {
		return null;
	}

	let size: number | null = null;
	for (let position = first; position <= last; position++) {
		const bytes = dataSize(events[position]);
		size = bytes === null ? size : (size ?? 0) + bytes;
	}

	return size;
}

const sizes = new WeakMap<TraceEvent, number>();

/** The bytes of what a response brought. */
function dataSize(event: TraceEvent | undefined): number | null {
	if (event?.type !== 'sse' && event?.type !== 'body') {
		return null;
	}

	const size = sizes.get(event) ?? utf8Length(event.data);
	sizes.set(event, size);
	return size;
}

const counts = new WeakMap<TraceEvent, OutputCount>();

/** The output tokens up to an event of its exchange. A prefix of a trace never changes. */
function tokensAt(trace: Trace, position: number): OutputCount | null {
	const event = trace.at(position);
	if (event === undefined) {
		return null;
	}

	const known = counts.get(event);
	if (known !== undefined) {
		return known;
	}

	const view = exchangeIn(trace.viewAt(position + 1), event.exchange);
	const count = view === null ? null : outputCountOf(view);
	if (count !== null) {
		counts.set(event, count);
	}

	return count;
}
