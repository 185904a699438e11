import type {Bookmark} from '../../analysis/bookmarks.js';
import {summarize} from '../../analysis/event-summary.js';
import type {OutputCount} from '../../analysis/output-count.js';
import type {Severity} from '../../messages/conformance/finding.js';
import {formatTimeOfDay} from '../../text/format-clock.js';
import {formatMilliseconds} from '../../text/format-numbers.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {fit} from '../../text/text-width.js';
import type {LaneEntry, SdkVerdict} from '../../trace/sdk-lane.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import {printJson} from '../../wire/json.js';
import {severityRoles} from '../screen/severity-roles.js';
import type {ColumnName} from './column-names.js';
import {fullNameWidth, type LogLayout, logColumns, shortNameWidth} from './log-columns.js';

/** A folded run: how many deltas, how long they took in milliseconds, how many UTF-16 units they added, and the beginning of their text. */
type RunFacts = {
	readonly count: number;
	readonly duration: number | null;
	readonly length: number;
	readonly text: string;
};

/**
 * What a row of the event log shows. Times are in milliseconds, `clock` since 1970; they are `null` where they are not known. What has a column
 * of its own is set only while the column is shown.
 */
export type EventRowFacts = {
	readonly position: number;
	/** Since the exchange's request. */
	readonly since: number | null;
	/** Since the event before in the exchange. */
	readonly gap: number | null;
	readonly lane: LaneEntry;
	/** Set on the row of a folded run of deltas. */
	readonly run?: RunFacts | undefined;
	/** The bookmark on the row. Its note comes before the detail. */
	readonly bookmark?: Bookmark | null;
	/** The severity of the worst finding about the event. */
	readonly finding?: Severity | null;
	readonly isSelected?: boolean;
	/** In a log of a whole recording: the row at the playhead, or one behind it. */
	readonly ahead?: 'playhead' | 'later' | null;
	readonly exchange?: number | undefined;
	/** Its network read; `null` on a row without one. */
	readonly chunk?: {readonly number: number; readonly isFirst: boolean} | null | undefined;
	readonly clock?: number | null;
	/** Since the trace began. */
	readonly start?: number | null;
	/** Since the content before; `null` on a row without content. */
	readonly content?: number | null;
	readonly bytes?: number | null;
	readonly tokens?: OutputCount | null;
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

export function eventRow(event: TraceEvent, facts: EventRowFacts, {columns, isFull}: LogLayout): Row {
	const {sign, role, name, shortName, block, shortDelta, detail} = summarize(event);
	const words = facts.run === undefined ? detail : runWords(facts.run);
	const type = columns.includes('type') ? `${fit(shortDelta ?? '', logColumns.type.width)} ` : '';
	return [
		segment(facts.isSelected ? '▸' : facts.bookmark ? '◈' : facts.ahead === 'playhead' ? '▶' : ' ', 'mark'),
		segment(String(facts.position + 1).padStart(4), 'dim'),
		facts.finding ? segment(findingSign, severityRoles[facts.finding]) : segment(' '),
		...columns.flatMap(column => cellSegments(column, facts)),
		segment(`${sign} ${isFull ? name.padEnd(fullNameWidth) : shortName.padEnd(shortNameWidth)} `, role),
		segment(type, 'dim'),
		segment(block === null || !columns.includes('block') ? '' : `[${block}] `, 'dim'),
		...noteSegments(facts.bookmark ?? null),
		segment(words, role === 'ping' ? 'dim' : role),
	];
}

function runWords({count, duration, length, text}: RunFacts): string {
	const time = duration === null ? '' : ` · ${formatMilliseconds(duration)}`;
	return `× ${count}${time} · ${length} ch · ${sanitizeLine(printJson(text))}`;
}

/** A cell with the blank after it. What stands elsewhere in the row has none. */
function cellSegments(column: ColumnName, facts: EventRowFacts): Row {
	const {width} = logColumns[column];
	const right = (text: string, role = 'dim'): Row => [segment(`${text.padStart(width)} `, role)];
	switch (column) {
		case 'clock': {
			return right(orDot(facts.clock, time => formatTimeOfDay(time, true)));
		}

		case 'start': {
			return right(orDot(facts.start, milliseconds));
		}

		case 'request': {
			return right(orDot(facts.since, milliseconds), gapRole(facts.gap));
		}

		case 'delta': {
			return right(orDot(facts.gap, milliseconds), gapRole(facts.gap));
		}

		case 'content': {
			return right(orDot(facts.content, milliseconds), gapRole(facts.content ?? null));
		}

		case 'bytes': {
			return right(orDot(facts.bytes, sizeWords));
		}

		case 'tokens': {
			return right(orDot(facts.tokens, ({tokens, isFinal}) => `${isFinal ? '' : '~'}${tokens}`));
		}

		case 'exchange': {
			return right(orDot(facts.exchange, String), 'accent');
		}

		case 'sdk': {
			const {verdict} = facts.lane;
			return [segment(verdictSigns[verdict], verdictRoles[verdict]), segment(' ')];
		}

		case 'read': {
			return [segment(`${readCell(facts.chunk).padEnd(width)} `, 'dim')];
		}

		case 'block':
		case 'type': {
			return [];
		}
	}
}

function orDot<Value>(value: Value | null | undefined, print: (value: Value) => string): string {
	return value === null || value === undefined ? '·' : print(value);
}

/** The shortest gap that stands out, in milliseconds. */
const longGap = 1000;

function gapRole(gap: number | null): string {
	return gap !== null && gap > longGap ? 'warning' : 'dim';
}

/** A size in at most five cells: `104`, `20480`, `1.2M`. */
function sizeWords(bytes: number): string {
	return bytes < 100_000
		? String(bytes)
		: bytes < 1e6
			? `${Math.round(bytes / 1000)}k`
			: `${(bytes / 1e6).toFixed(1)}M`;
}

function noteSegments(bookmark: Bookmark | null): Row {
	return bookmark === null || bookmark.note === ''
		? []
		: [segment(`◈ ${sanitizeLine(bookmark.note)} `, 'mark'), segment('· ', 'dim')];
}

/** The number of a read, and a sign that shows whether the event is the first of that read. */
function readCell(chunk: EventRowFacts['chunk']): string {
	return chunk && chunk.number > 0 ? `${chunk.isFirst ? '┬' : '│'}${chunk.number}` : '';
}

/** The column headings. */
export function eventRowHeader({columns, isFull}: LogLayout): Row {
	const cells = columns.map(column => {
		const {title, width} = logColumns[column];
		const cell = column === 'read' ? title.padEnd(width) : title.padStart(width);
		return width === 0 || column === 'type' ? '' : `${cell} `;
	});
	const type = columns.includes('type') ? `${logColumns.type.title.padEnd(logColumns.type.width)} ` : '';
	const name = 'event'.padEnd(isFull ? fullNameWidth : shortNameWidth);
	return [segment(`${'#'.padStart(5)} ${cells.join('')}  ${name} ${type}detail`, 'dim')];
}

/** One decimal, so that the decimal points line up. */
function milliseconds(value: number): string {
	return value.toFixed(1);
}
