import {type ColumnChoice, type ColumnName, columnNames} from './column-names.js';

/** A column of the log. `width` is in cells; that of `block` is counted as part of the detail. `help` says what it shows. */
export type LogColumn = {
	readonly name: ColumnName;
	readonly title: string;
	readonly width: number;
	readonly help: string;
	/** Whether it shows times, which some captures do not have. */
	readonly isTime?: boolean;
};

export const logColumns: Readonly<Record<ColumnName, LogColumn>> = {
	clock: {name: 'clock', title: 'time', width: 12, help: 'time of day', isTime: true},
	start: {name: 'start', title: 'start', width: 9, help: 'ms since the trace began', isTime: true},
	request: {name: 'request', title: 'ms', width: 7, help: 'ms since the exchange’s request', isTime: true},
	delta: {
		name: 'delta',
		title: 'Δ',
		width: 6,
		help: 'ms since the event before, in the exchange',
		isTime: true,
	},
	content: {
		name: 'content',
		title: 'Δcont',
		width: 6,
		help: 'ms since the content before: text, thinking, JSON',
		isTime: true,
	},
	bytes: {name: 'bytes', title: 'bytes', width: 5, help: 'size of its data, in bytes'},
	tokens: {name: 'tokens', title: 'out', width: 6, help: 'output tokens so far; ~ is an estimate'},
	exchange: {name: 'exchange', title: 'ex', width: 3, help: 'number of its exchange'},
	sdk: {name: 'sdk', title: 'S', width: 1, help: 'what the SDK did: yielded ✓ dropped – thrown !'},
	read: {name: 'read', title: 'read', width: 4, help: 'network read; ┬ is the first event of one'},
	block: {name: 'block', title: '', width: 0, help: 'content block, before the detail'},
	type: {name: 'type', title: 'delta', width: 9, help: 'delta type'},
};

/** The columns that fit into a log, in their order. `isFull` gives events their full names. `left` are those that did not fit. */
export type LogLayout = {
	readonly columns: readonly ColumnName[];
	readonly isFull: boolean;
	readonly left: readonly ColumnName[];
};

/** What decides about the columns: the widths of the log and of the screen in cells, and whether exchanges overlap. */
export type LogRoom = {
	readonly width: number;
	readonly screenWidth: number;
	readonly hasOverlap: boolean;
	/** Whether runs of deltas are folded: their rows have a long detail. */
	readonly isFolded?: boolean;
};

/** The minimum width for the time since the request and for full names. */
const fullRowWidth = 52;
/** The mark, the number, the flag, the sign and a blank. */
const fixedWidth = 9;
export const fullNameWidth = 19;
export const shortNameWidth = 11;

/** From this width of the screen on, short names make room for more columns: the inspector stands beside the log. */
const wideScreen = 180;

/** The minimum width for full names beside the text of folded runs. */
const foldedFullWidth = 100;

/** Columns that a wide log shows by itself, the first ones first. */
const extras: readonly ColumnName[] = ['content', 'bytes', 'read'];

/** The cells that are kept for the detail of an event. */
const detailRoom = {beside: 8, block: 16, wide: 30, chosen: 8, full: 16};

/** Lays out the columns of the log. */
export function layoutLog(choice: ColumnChoice, room: LogRoom): LogLayout {
	return choice === 'auto' ? automatic(room) : chosen(choice, room);
}

function automatic({width, screenWidth, hasOverlap, isFolded = false}: LogRoom): LogLayout {
	const isFull = width >= fullRowWidth;
	const plain: ReadonlySet<ColumnName> = new Set([
		...(isFull ? (['request'] as const) : []),
		'delta',
		...(hasOverlap ? (['exchange'] as const) : []),
		'sdk',
		'block',
	]);
	if (isFolded) {
		return laidOut(plain, width >= foldedFullWidth);
	}

	const wide = withExtras(plain, width, {isFull, room: detailRoom.wide});
	const hasAll = extras.every(name => wide.has(name));
	return hasAll || !isFull || screenWidth < wideScreen ? laidOut(wide, isFull) : beside(plain, width);
}

/** Between two other panes, more columns matter more than full names. */
function beside(plain: ReadonlySet<ColumnName>, width: number): LogLayout {
	const shown = new Set(withExtras(plain, width, {isFull: false, room: detailRoom.beside}));
	if (width - columnsWidth([...shown], false) < detailRoom.block) {
		shown.delete('block');
	}

	return laidOut(shown, false);
}

function laidOut(shown: ReadonlySet<ColumnName>, isFull: boolean): LogLayout {
	return {columns: columnNames.filter(name => shown.has(name)), isFull, left: []};
}

function withExtras(
	plain: ReadonlySet<ColumnName>,
	width: number,
	{isFull, room}: {readonly isFull: boolean; readonly room: number},
): ReadonlySet<ColumnName> {
	const shown = new Set(plain);
	for (const name of extras) {
		shown.add(name);
		if (width - columnsWidth([...shown], isFull) < room) {
			shown.delete(name);
			break;
		}
	}

	return shown;
}

/** Those that do not fit are left out, the last ones first. */
function chosen(names: readonly ColumnName[], {width}: LogRoom): LogLayout {
	let columns = columnNames.filter(name => names.includes(name));
	while (columns.length > 0 && width - columnsWidth(columns, false) < detailRoom.chosen) {
		columns = columns.slice(0, -1);
	}

	return {
		columns,
		isFull: width >= fullRowWidth && width - columnsWidth(columns, true) >= detailRoom.full,
		left: columnNames.filter(name => names.includes(name) && !columns.includes(name)),
	};
}

/** The cells before the detail. @internal */
export function columnsWidth(columns: readonly ColumnName[], isFull: boolean): number {
	const cells = columns.reduce((sum, name) => sum + cellsOf(name), 0);
	return fixedWidth + cells + (isFull ? fullNameWidth : shortNameWidth);
}

/** A column with the blank after it. */
function cellsOf(name: ColumnName): number {
	const {width} = logColumns[name];
	return width === 0 ? 0 : width + 1;
}

/** Where the sign of an event stands in its row. */
export function signColumn({columns}: LogLayout): number {
	const before = columns.filter(name => name !== 'type');
	return fixedWidth - 3 + before.reduce((sum, name) => sum + cellsOf(name), 0);
}
