import {type Row, rowWidth, segment} from '../../text/segment.js';
import {type TabName, tabNames} from './inspector-state.js';

/** The count after the name of the findings' tab, in the style of the worst. */
export type FindingCount = {readonly count: number; readonly role: string};

/**
 * The names of the inspector's tabs, with the current one between two signs. If they do not fit, the others are shown as the numbers of
 * their keys, close to each other if there is little room. No name is ever cut.
 */
export function tabRow(current: TabName, width: number, findings: FindingCount | null = null): Row {
	return tabCells(current, width, findings).flatMap(({row}) => row);
}

/** The tab whose name is at a column of the row. The count after the findings' name belongs to that tab. */
export function tabAt(
	column: number,
	current: TabName,
	width: number,
	findings: FindingCount | null = null,
): TabName | null {
	let end = 0;
	for (const {name, row} of tabCells(current, width, findings)) {
		end += rowWidth(row);
		if (column >= 0 && column < end) {
			return name;
		}
	}

	return null;
}

/** Cells around a name, and cells reserved for the count of findings: the names beside it do not move when a few appear. */
const signCells = 2;
const countCells = 2;

type TabCell = {readonly name: TabName; readonly row: Row};

function tabCells(current: TabName, width: number, findings: FindingCount | null): readonly TabCell[] {
	// The last name needs no space behind it.
	const cells = tabNames.reduce((sum, name) => sum + name.length + signCells, countCells - 1);
	const areNamed = cells <= width;
	return tabNames.map((name, index): TabCell => {
		const [open, close] = name === current ? ['▸', '◂'] : [' ', ' '];
		const role = name === current ? 'tab' : 'dim';
		const title = areNamed || name === current ? tabTitle(name) : String(index + 1);
		const count = name !== 'findings' || findings === null ? '' : ` ${findings.count}`;
		const reserved =
			name === 'findings' && areNamed ? ' '.repeat(Math.max(0, countCells - count.length)) : '';
		return {
			name,
			row: [
				segment(`${open}${title}`, role),
				...(count === '' ? [] : [segment(count, findings?.role)]),
				segment(`${close}${reserved}`, role),
			],
		};
	});
}

export function tabTitle(name: TabName): string {
	return name.charAt(0).toUpperCase() + name.slice(1);
}
