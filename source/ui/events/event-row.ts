import type {Bookmark} from '../../analysis/bookmarks.js';
import {summarize} from '../../analysis/event-summary.js';
import type {Severity} from '../../messages/conformance/finding.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import type {LaneEntry, SdkVerdict} from '../../trace/sdk-lane.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import {severityRoles} from '../screen/severity-roles.js';

/**
 * What a row of the event log shows. `since` is the milliseconds since the exchange's request, `gap` those since the row before; both are `null`
 * where times are not known.
 */
export type EventRowFacts = {
	readonly position: number;
	readonly since: number | null;
	readonly gap: number | null;
	readonly lane: LaneEntry;
	/** Set on the row of a folded run of deltas. */
	readonly run?: {readonly count: number; readonly length: number} | undefined;
	/** The bookmark on the row. Its note comes before the detail. */
	readonly bookmark?: Bookmark | null;
	/** The severity of the worst finding about the event. */
	readonly finding?: Severity | null;
	readonly isSelected?: boolean;
	/** In a log of a whole recording: the row at the playhead, or one behind it. */
	readonly ahead?: 'playhead' | 'later' | null;
	/** The number of its exchange, where exchanges overlap. */
	readonly exchange?: number | undefined;
	/** Set while network reads are shown; `null` on a row without one. */
	readonly chunk?: {readonly number: number; readonly isFirst: boolean} | null | undefined;
};

/** The sign of the SDK's verdict on an event. The help screen explains the signs. */
export const verdictSigns: Readonly<Record<SdkVerdict, string>> = {
	none: ' ',
	pending: '…',
	yielded: '✓',
	dropped: '–',
	thrown: '!',
};

/** Marks rows that the Findings tab has an entry for. */
export const findingSign = '⚑';

const verdictRoles: Readonly<Record<SdkVerdict, string>> = {
	none: 'dim',
	pending: 'dim',
	yielded: 'good',
	dropped: 'warning',
	thrown: 'badTitle',
};

/** The minimum width for all columns and full names. */
const fullRowWidth = 52;

export function eventRow(event: TraceEvent, facts: EventRowFacts, width: number): Row {
	const {sign, role, name, shortName, block, detail} = summarize(event);
	const isFull = width >= fullRowWidth;
	const number = String(facts.position + 1).padStart(4);
	const gap = facts.gap === null ? '·' : milliseconds(facts.gap);
	const since = facts.since === null ? '·' : milliseconds(facts.since);
	const times = isFull ? `${since.padStart(7)} ${gap.padStart(6)}` : gap.padStart(6);
	const shown = isFull ? name : shortName;
	const chunk = facts.chunk === undefined ? '' : readCell(facts.chunk).padEnd(chunkWidth);
	const run = facts.run === undefined ? detail : `× ${facts.run.count} · ${facts.run.length} characters`;
	return [
		segment(facts.isSelected ? '▸' : facts.bookmark ? '◈' : facts.ahead === 'playhead' ? '▶' : ' ', 'mark'),
		segment(number, 'dim'),
		...(facts.finding ? [segment(findingSign, severityRoles[facts.finding])] : []),
		segment(
			`${facts.finding ? '' : ' '}${times} `,
			facts.gap !== null && facts.gap > 1000 ? 'warning' : 'dim',
		),
		...(facts.exchange === undefined ? [] : [segment(`${exchangeCell(facts.exchange)} `, 'accent')]),
		segment(verdictSigns[facts.lane.verdict], verdictRoles[facts.lane.verdict]),
		segment(` ${chunk}`, 'dim'),
		segment(`${sign} ${shown.padEnd(isFull ? 19 : 11)} `, role),
		segment(block === null ? '' : `[${block}] `, 'dim'),
		...noteSegments(facts.bookmark ?? null),
		segment(run, role === 'ping' ? 'dim' : role),
	];
}

function noteSegments(bookmark: Bookmark | null): Row {
	return bookmark === null || bookmark.note === ''
		? []
		: [segment(`◈ ${sanitizeLine(bookmark.note)} `, 'mark'), segment('· ', 'dim')];
}

/** The number of a read, and a sign that shows whether the event is the first of that read. */
function readCell(chunk: EventRowFacts['chunk']): string {
	return chunk ? `${chunk.isFirst ? '┬' : '│'}${chunk.number}` : '';
}

/** The number of an exchange, as wide as those of a thousand. */
function exchangeCell(exchange: number): string {
	return String(exchange).padStart(exchangeWidth);
}

const exchangeWidth = 3;

/** The width of the read's number, in columns. */
const chunkWidth = 5;

/** Where the name of an event begins, and its width, in a log without columns for reads and exchanges. */
export function nameColumn(width: number): {
	readonly indent: number;
	readonly isFull: boolean;
	readonly nameWidth: number;
} {
	const isFull = width >= fullRowWidth;
	return {indent: isFull ? 23 : 15, isFull, nameWidth: isFull ? 19 : 11};
}

export function eventRowHeader(width: number, hasChunks = false, hasExchanges = false): Row {
	const exchange = hasExchanges ? `${'ex'.padStart(exchangeWidth)} ` : '';
	const read = hasChunks ? 'read'.padEnd(chunkWidth) : '';
	const columns =
		width >= fullRowWidth
			? `${'#'.padStart(5)} ${'ms'.padStart(7)} ${'Δ'.padStart(6)} ${exchange}S ${read}  ${'event'.padEnd(19)} detail`
			: `${'#'.padStart(5)} ${'Δ ms'.padStart(6)} ${exchange}S ${read}  ${'event'.padEnd(11)} detail`;
	return [segment(columns, 'dim')];
}

/** One decimal, so that the decimal points line up. */
function milliseconds(value: number): string {
	return value.toFixed(1);
}
