import {cellRow} from '../../text/drawings/cell-row.js';
import {glyphsFor, signFor} from '../../text/drawings/glyphs.js';
import {horizontalBar} from '../../text/drawings/horizontal-bar.js';
import {formatBytes, formatMilliseconds, formatTokens} from '../../text/format-numbers.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {fit, textWidth} from '../../text/text-width.js';
import type {Spread} from './gap-list.js';
import type {BlockStatistics, StreamStatistics, TypeStatistics} from './stream-statistics.js';

const glyphs = glyphsFor(false);

/** The statistics as three tables, in rows of at most `width` cells: the types, the gaps by block, and the rate over time. */
export function statisticsRows(statistics: StreamStatistics, width: number): readonly Row[] {
	return [
		...typeRows(statistics, width),
		[],
		...blockRows(statistics, width),
		...rateRows(statistics, width),
	];
}

/** A column of numbers. `rank` says how early it is left out of a narrow table, 0 never. */
type NumberColumn<Entry> = {
	readonly title: string;
	readonly width: number;
	readonly rank: number;
	readonly print: (entry: Entry) => string;
};

const typeColumns: ReadonlyArray<NumberColumn<TypeStatistics>> = [
	{title: 'events', width: 9, rank: 0, print: ({count}) => formatTokens(count)},
	{title: 'bytes', width: 9, rank: 3, print: ({bytes}) => formatBytes(bytes)},
	{title: 'waited', width: 10, rank: 2, print: ({time}) => milliseconds(time)},
	{title: 'share', width: 7, rank: 1, print: ({share}) => percent(share)},
];

const blockColumns: ReadonlyArray<NumberColumn<BlockStatistics>> = [
	{title: 'events', width: 9, rank: 6, print: ({events}) => formatTokens(events)},
	{title: 'bytes', width: 9, rank: 7, print: ({bytes}) => formatBytes(bytes)},
	{title: 'characters', width: 11, rank: 5, print: ({characters}) => formatTokens(characters)},
	{title: 'gaps', width: 8, rank: 4, print: ({gaps}) => formatTokens(gaps?.count ?? 0)},
	{title: 'min', width: 10, rank: 3, print: ({gaps}) => milliseconds(gaps?.min)},
	{title: 'median', width: 10, rank: 0, print: ({gaps}) => milliseconds(gaps?.median)},
	{title: 'p95', width: 10, rank: 2, print: ({gaps}) => milliseconds(gaps?.p95)},
	{title: 'max', width: 10, rank: 0, print: ({gaps}) => milliseconds(gaps?.max)},
];

/** The narrowest bar worth drawing, and the widest. */
const [minBar, maxBar] = [8, 40];

function typeRows({types, time}: StreamStatistics, width: number): readonly Row[] {
	const names = types.map(({type}) => sanitizeLine(type));
	const columns = fitting(
		time === null ? typeColumns.filter(({title}) => title !== 'waited' && title !== 'share') : typeColumns,
		names,
		width,
	);
	const used = nameWidth(names, columns, width) + columns.reduce((sum, column) => sum + column.width, 0);
	const bar = Math.min(maxBar, width - used - 2);
	return table({title: 'type', entries: types, names, columns, width}).map((row, index): Row => {
		const share = types[index - 1]?.share ?? 0;
		return bar < minBar || index === 0 || share === 0
			? row
			: [...row, segment('  '), segment(horizontalBar(share, bar, glyphs), 'bar')];
	});
}

function blockRows({exchange, blocks, gaps, time}: StreamStatistics, width: number): readonly Row[] {
	if (blocks.length === 0) {
		return [[segment('No blocks yet.', 'dim')], []];
	}

	const names = blocks.map(({index, type, blocks: count}) =>
		sanitizeLine(exchange === null ? `${type} × ${formatTokens(count)}` : `[${index ?? '?'}] ${type}`),
	);
	const sum = (pick: (block: BlockStatistics) => number) =>
		blocks.reduce((total, block) => total + pick(block), 0);
	const all: BlockStatistics = {
		index: null,
		type: '',
		blocks: blocks.length,
		events: sum(block => block.events),
		bytes: sum(block => block.bytes),
		characters: sum(block => block.characters),
		gaps,
	};
	const columns = fitting(
		time === null ? blockColumns.filter(({rank}) => rank >= 5) : blockColumns,
		[...names, 'all'],
		width,
	);
	const rows = table({
		title: time === null ? 'block' : 'gaps by block',
		entries: [...blocks, all],
		names: [...names, 'all'],
		columns,
		width,
	});
	return [...rows, []];
}

/** What came over time, one drawing a row, and the most and the mean in a second. */
function rateRows({rate, time}: StreamStatistics, width: number): readonly Row[] {
	if (rate === null || rate.length === 0 || time === null || time === 0) {
		return [];
	}

	const kinds = [
		{name: 'events', format: formatTokens, values: rate.map(({events}) => events)},
		{name: 'bytes', format: formatBytes, values: rate.map(({bytes}) => bytes)},
		{name: 'characters', format: formatTokens, values: rate.map(({characters}) => characters)},
	];
	const words = kinds.map(({format, values}) => {
		const perSecond = (rate.length * 1000) / time;
		const [most, sum] = [Math.max(...values), values.reduce((all, value) => all + value, 0)];
		return ` max ${format(most * perSecond)}/s, mean ${format((sum * 1000) / time)}/s`;
	});
	const room = Math.max(...kinds.map(({name}) => name.length)) + 1;
	const isBeside = room + rate.length + Math.max(...words.map(text => text.length)) <= width;
	const end = formatMilliseconds(time);
	const axis = `0${end.padStart(Math.max(end.length + 1, rate.length - 1))}`;
	return [
		[segment('rate over time', 'dim')],
		...kinds.flatMap(({name, values}, index): readonly Row[] => {
			const most = Math.max(...values);
			const drawing = cellRow(
				values.map(value => {
					const sign = signFor(most > 0 ? value / most : 0, glyphs.columns);
					return {sign: sign ?? ' ', role: sign === null ? undefined : 'bar'};
				}),
			);
			const row: Row = [segment(name.padEnd(room), 'dim'), ...drawing];
			const text = words[index] ?? '';
			const said = segment(text, 'dim');
			const indent = Math.max(0, Math.min(room - 1, width - text.length));
			return isBeside ? [[...row, said]] : [row, [segment(' '.repeat(indent)), said]];
		}),
		[segment(' '.repeat(room)), segment(axis, 'axis')],
	];
}

/** The cells that the rate's drawings take of `width`: beside their words if there is much room, else above them. */
export function rateCells(width: number): number {
	const room = 11;
	const words = 42;
	return Math.max(1, Math.min(120, width >= 100 ? width - room - words : width - room));
}

type TableOptions<Entry> = {
	readonly title: string;
	readonly entries: readonly Entry[];
	readonly names: readonly string[];
	readonly columns: ReadonlyArray<NumberColumn<Entry>>;
	readonly width: number;
};

function table<Entry>({title, entries, names, columns, width}: TableOptions<Entry>): readonly Row[] {
	const room = nameWidth([title, ...names], columns, width);
	const cells = (texts: readonly string[]) =>
		texts.map((text, index) => text.padStart(columns[index]?.width ?? 0)).join('');
	return [
		[segment(`${fit(title, room)}${cells(columns.map(column => column.title))}`, 'dim')],
		...entries.map(
			(entry, index): Row => [
				segment(fit(names[index] ?? '', room)),
				segment(cells(columns.map(({print}) => print(entry))), 'number'),
			],
		),
	];
}

/** The narrowest name that can be told from others. */
const minName = 14;

function nameWidth(
	names: readonly string[],
	columns: ReadonlyArray<{readonly width: number}>,
	width: number,
): number {
	const widest = Math.max(minName, ...names.map(textWidth));
	const left = width - columns.reduce((sum, column) => sum + column.width, 0);
	return Math.max(1, Math.min(widest, left));
}

/** The columns that leave room for names of at least `minName` cells. */
function fitting<Entry>(
	columns: ReadonlyArray<NumberColumn<Entry>>,
	names: readonly string[],
	width: number,
): ReadonlyArray<NumberColumn<Entry>> {
	const widest = Math.min(20, Math.max(minName, ...names.map(textWidth)));
	let left = width - widest;
	const kept = new Set<NumberColumn<Entry>>();
	for (const column of columns.toSorted((a, b) => a.rank - b.rank)) {
		left -= column.width;
		if (left < 0 && kept.size > 0) {
			break;
		}

		kept.add(column);
	}

	return columns.filter(column => kept.has(column));
}

function milliseconds(ms: Spread['min'] | null | undefined): string {
	return ms == null ? '–' : formatMilliseconds(ms);
}

function percent(share: number | null): string {
	return share === null ? '–' : `${share > 0 && share < 0.0005 ? '<0.1' : (share * 100).toFixed(1)} %`;
}
