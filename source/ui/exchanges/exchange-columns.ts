import type {AttemptFigures} from '../../analysis/attempt-figures.js';
import {formatTimeOfDay} from '../../text/format-clock.js';
import {formatBytes, formatDollars, formatMilliseconds, formatTokens} from '../../text/format-numbers.js';
import {sanitizeLine} from '../../text/sanitize.js';

/** An attempt as the list shows it. `findings` are those of its exchange. */
export type ListedAttempt = AttemptFigures & {
	/** When it began, in milliseconds since 1970. */
	readonly clock: number | null;
	/** The position of its request in the trace. */
	readonly position: number;
	readonly bytes: number;
	readonly reads: number;
	readonly findings: number | null;
	/** How long ago its last byte came, or who ended it. */
	readonly life: string | null;
	/** Whether a client with one of the watchdogs would not be waiting any more. */
	readonly isGivenUp: boolean;
};

export type ColumnName =
	| 'number'
	| 'clock'
	| 'start'
	| 'client'
	| 'life'
	| 'model'
	| 'status'
	| 'stop'
	| 'ttft'
	| 'total'
	| 'input'
	| 'cached'
	| 'output'
	| 'dollars'
	| 'bytes'
	| 'reads'
	| 'findings';

/**
 * A column. `rank` says how early it is left out of a narrow list, 0 never. `value` is what it is sorted by; `last` is what the last row says
 * about all attempts.
 */
export type Column = {
	readonly name: ColumnName;
	readonly title: string;
	readonly width: number;
	readonly rank: number;
	readonly isText?: boolean;
	readonly value: (attempt: ListedAttempt) => number | string | null;
	readonly print: (value: number | string) => string;
	readonly last: 'sum' | 'median' | null;
};

const text = (value: number | string) => sanitizeLine(String(value));
const time = (value: number | string) => formatMilliseconds(Number(value));
const day = (value: number | string) => formatTimeOfDay(Number(value));
const tokens = (value: number | string) => formatTokens(Number(value));
const count = (value: number | string) => String(value);

/** The columns, in their order. The bar comes after the last one. */
export const exchangeColumns: readonly Column[] = [
	{
		name: 'number',
		title: '#',
		width: 5,
		rank: 0,
		value: ({exchange, attempt, attempts}) => (attempts > 1 ? `${exchange}.${attempt}` : exchange),
		print: count,
		last: null,
	},
	{name: 'clock', title: 'time', width: 8, rank: 8.5, value: ({clock}) => clock, print: day, last: null},
	{name: 'start', title: 'start', width: 8, rank: 9, value: ({start}) => start, print: time, last: null},
	{
		name: 'model',
		title: 'model',
		width: 17,
		rank: 6,
		isText: true,
		value: ({model}) => model,
		print: text,
		last: null,
	},
	{
		name: 'client',
		title: 'client',
		width: 19,
		rank: 5,
		isText: true,
		value: ({client}) => client,
		print: text,
		last: null,
	},
	{name: 'status', title: 'HTTP', width: 4, rank: 4, value: ({status}) => status, print: count, last: null},
	{
		name: 'stop',
		title: 'stop',
		width: 11,
		rank: 1,
		isText: true,
		value: ({stop}) => stop,
		print: text,
		last: null,
	},
	{
		name: 'life',
		title: 'last byte',
		width: 13,
		rank: 1,
		isText: true,
		value: ({life}) => life,
		print: text,
		last: null,
	},
	{name: 'ttft', title: 'TTFT', width: 8, rank: 3, value: ({ttft}) => ttft, print: time, last: 'median'},
	{name: 'total', title: 'total', width: 8, rank: 1, value: ({total}) => total, print: time, last: 'median'},
	{name: 'input', title: 'in', width: 7, rank: 7, value: ({input}) => input, print: tokens, last: 'sum'},
	{
		name: 'cached',
		title: 'cached',
		width: 7,
		rank: 11,
		value: ({cached}) => cached,
		print: tokens,
		last: 'sum',
	},
	{name: 'output', title: 'out', width: 7, rank: 2, value: ({output}) => output, print: tokens, last: 'sum'},
	{
		name: 'dollars',
		title: '$',
		width: 8,
		rank: 8,
		value: ({dollars}) => dollars,
		print: value => formatDollars(Number(value)),
		last: 'sum',
	},
	{
		name: 'bytes',
		title: 'bytes',
		width: 8,
		rank: 10,
		value: ({bytes}) => bytes,
		print: value => formatBytes(Number(value)),
		last: 'sum',
	},
	{name: 'reads', title: 'reads', width: 5, rank: 12, value: ({reads}) => reads, print: count, last: 'sum'},
	{
		name: 'findings',
		title: '⚑',
		width: 3,
		rank: 5,
		value: ({findings}) => findings,
		print: count,
		last: 'sum',
	},
];

const timed: ReadonlySet<ColumnName> = new Set(['clock', 'start', 'ttft', 'total']);

/** The narrowest bar worth drawing. */
const minBar = 10;

/** The columns of streams that are watched while they come. */
const watched: ReadonlySet<ColumnName> = new Set(['client', 'life']);

/** What the list can tell: times, the time of day (`null`: not known), and about streams that are watched while they come. */
export type ListFacts = {
	readonly hasTimes: boolean;
	readonly isFollowed: boolean;
	readonly wallTime: unknown;
};

/** The columns of a list, whatever its width. Without times there are no clocks, without a day no time of day. */
export function columnsOf({hasTimes, isFollowed, wallTime}: ListFacts): readonly Column[] {
	return exchangeColumns.filter(
		({name}) =>
			(hasTimes || !timed.has(name)) &&
			(isFollowed || !watched.has(name)) &&
			(wallTime !== null || name !== 'clock'),
	);
}

/** The columns that fit beside the bar, in a list of `width` cells. */
export function fittingColumns(width: number, facts: ListFacts): readonly Column[] {
	const room = width - 1 - (facts.hasTimes ? minBar : 0);
	const wanted = columnsOf(facts);
	const ranked = [...wanted].sort((a, b) => a.rank - b.rank);
	let used = 0;
	const kept = new Set<ColumnName>();
	for (const column of ranked) {
		used += column.width + 1;
		if (used > room) {
			break;
		}

		kept.add(column.name);
	}

	return wanted.filter(({name}) => kept.has(name));
}
