import {type Row, rowWidth, segment} from '../../text/segment.js';
import {type TabName, tabNames} from './inspector-state.js';

/** The count after the last tab's name: the number of findings, in the style of the worst. */
export type FindingCount = {readonly count: number; readonly role: string};

/**
 * The names of the inspector's tabs, with the current one between two signs. If they do not fit, the others are shown as the numbers of
 * their keys.
 */
export function tabRow(current: TabName, width: number, findings: FindingCount | null = null): Row {
	return tabCells(current, width, findings).flatMap(({row}) => row);
}

/** The tab whose name is at a column of the row. The count after the last name belongs to that tab. */
export function tabAt(column: number, current: TabName, width: number): TabName | null {
	let end = 0;
	for (const {name, row} of tabCells(current, width, null)) {
		end += rowWidth(row);
		if (column >= 0 && column < end) {
			return column === end - 1 ? null : name;
		}
	}

	return column < 0 ? null : (tabNames.at(-1) ?? null);
}

/** Cells around a name, and cells reserved for the count of findings, which replaces the space after the last name. */
const signCells = 3;
const countCells = 2;

type TabCell = {readonly name: TabName; readonly row: Row};

function tabCells(current: TabName, width: number, findings: FindingCount | null): readonly TabCell[] {
	// The names do not move when findings appear.
	const cells = tabNames.reduce((sum, name) => sum + name.length + signCells, countCells);
	return tabNames.map((name, index): TabCell => {
		const isCurrent = name === current;
		const title = isCurrent || cells <= width ? tabTitle(name) : String(index + 1);
		return {name, row: tabCell(name, title, isCurrent, findings)};
	});
}

function tabCell(name: TabName, title: string, isCurrent: boolean, findings: FindingCount | null): Row {
	const role = isCurrent ? 'tab' : 'dim';
	const [open, close] = isCurrent ? ['▸', '◂'] : [' ', ' '];
	const count = name === 'findings' ? findings : null;
	return [
		segment(`${open}${title}`, role),
		...(count === null ? [] : [segment(` ${count.count}`, count.role)]),
		segment(close, role),
		segment(' '),
	];
}

export function tabTitle(name: TabName): string {
	return name.charAt(0).toUpperCase() + name.slice(1);
}
