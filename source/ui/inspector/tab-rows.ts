import {type Row, rowWidth, type Segment, segment} from '../../text/segment.js';
import {type TabName, tabNames} from './inspector-state.js';

/** The count after the name of the findings' tab, in the style of the worst. */
export type FindingCount = {readonly count: number; readonly role: string};

/** The room for the tabs: its width in cells, and 1 or 2 rows. */
export type TabRoom = {readonly width: number; readonly rows: number};

/** Cells reserved for the count of findings: the names beside it do not move when a few appear. */
const countCells = 2;

/** From this height on, in rows below its title, a pane has a second row to spare. */
const tallPane = 14;

/** The rows that the tabs take in a pane: two if all names fit only so. */
export function tabHeight(width: number, height: number): number {
	const cells = lengthsOf(countCells).reduce((sum, length) => sum + length, 0);
	const isShort = cells + tabNames.length + 1 > width;
	return isShort && height >= tallPane && gridWidths(countCells + 2).reduce((sum, one) => sum + one) <= width
		? 2
		: 1;
}

/**
 * The names of the inspector's tabs, with the current one between two signs. If they do not fit, those around the current one are named, and
 * the others are the numbers of their keys. No name is ever cut.
 */
export function tabRows(
	current: TabName,
	room: TabRoom,
	findings: FindingCount | null = null,
): readonly Row[] {
	return tabCells(current, room, findings).map(cells => cells.flatMap(({row}) => row));
}

/** The tab whose name is at a cell of the rows. The count after the findings' name belongs to that tab. */
export function tabAt(
	{row, column}: {readonly row: number; readonly column: number},
	current: TabName,
	room: TabRoom,
	findings: FindingCount | null = null,
): TabName | null {
	let end = 0;
	for (const cell of tabCells(current, room, findings)[row] ?? []) {
		end += rowWidth(cell.row);
		if (column >= 0 && column < end) {
			return cell.name;
		}
	}

	return null;
}

export function tabTitle(name: TabName): string {
	return name.charAt(0).toUpperCase() + name.slice(1);
}

type TabCell = {readonly name: TabName; readonly row: Row};

function tabCells(
	current: TabName,
	{width, rows}: TabRoom,
	findings: FindingCount | null,
): ReadonlyArray<readonly TabCell[]> {
	const count = findings === null ? [] : [segment(` ${findings.count}`, findings.role)];
	return rows === 2 ? grid(current, count) : [oneRow(current, width, count)];
}

/** The tabs in two rows, one name below the other. */
function grid(current: TabName, count: Row): ReadonlyArray<readonly TabCell[]> {
	const widths = gridWidths(rowWidth(count));
	const cells = tabNames.map((name, index): TabCell => {
		const isCurrent = name === current;
		const row = [
			...labelled(name, isCurrent, [isCurrent ? '▸' : ' ', tabTitle(name)], count),
			segment(isCurrent ? '◂' : ' ', roleOf(isCurrent)),
		];
		const rest = (widths[index % widths.length] ?? 0) - rowWidth(row);
		return {name, row: [...row, segment(' '.repeat(Math.max(0, rest)))]};
	});
	return [cells.slice(0, widths.length), cells.slice(widths.length)];
}

/** The widths of the grid's columns. */
function gridWidths(count: number): readonly number[] {
	const lengths = lengthsOf(count);
	const half = lengths.length / 2;
	return lengths.slice(0, half).map((length, index) => 2 + Math.max(length, lengths[half + index] ?? 0));
}

/** Each name between two signs of its own; if these do not fit, with one sign between two names; else only those around the current one. */
function oneRow(current: TabName, width: number, count: Row): readonly TabCell[] {
	const names = lengthsOf(rowWidth(count)).reduce((sum, length) => sum + length, 0);
	const isRoomy = names + 2 * tabNames.length <= width;
	const areNamed = names + tabNames.length + 1 <= width;
	const named = areNamed ? new Set(tabNames) : namesAround(current, width - rowWidth(count));
	return tabNames.map((name, index): TabCell => {
		const isCurrent = name === current;
		const isLast = index === tabNames.length - 1;
		// The sign behind the current name is the one before the next.
		const follows = !isRoomy && areNamed && tabNames[index - 1] === current;
		const hasEnd = isRoomy || !areNamed || isLast || isCurrent;
		const title = named.has(name) ? tabTitle(name) : String(index + 1);
		const reserved = name === 'findings' && areNamed ? Math.max(0, countCells - rowWidth(count)) : 0;
		const end = hasEnd ? (isCurrent ? '◂' : ' ') : '';
		const row = [
			...labelled(name, isCurrent, [isCurrent ? '▸' : follows ? '' : ' ', title], count),
			segment(end + ' '.repeat(reserved), roleOf(isCurrent)),
		];
		return {name, row};
	});
}

/** The current tab and as many around it, the next ones first, as can have their names beside the numbers of the others. */
function namesAround(current: TabName, width: number): ReadonlySet<TabName> {
	const at = tabNames.indexOf(current);
	const nearest = [...tabNames].sort(
		(a, b) => Math.abs(tabNames.indexOf(a) - at - 0.1) - Math.abs(tabNames.indexOf(b) - at - 0.1),
	);
	const named = new Set<TabName>();
	// A number with a blank on either side of it.
	let cells = 3 * tabNames.length;
	for (const name of nearest) {
		cells += name.length - 1;
		if (cells > width && named.size > 0) {
			return named;
		}

		named.add(name);
	}

	return named;
}

function labelled(
	name: TabName,
	isCurrent: boolean,
	[before, title]: readonly [string, string],
	count: Row,
): readonly Segment[] {
	return [segment(before + title, roleOf(isCurrent)), ...(name === 'findings' ? count : [])];
}

function roleOf(isCurrent: boolean): string {
	return isCurrent ? 'tab' : 'dim';
}

function lengthsOf(count: number): readonly number[] {
	return tabNames.map(name => name.length + (name === 'findings' ? Math.max(countCells, count) : 0));
}
