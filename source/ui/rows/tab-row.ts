import {type Row, rowWidth, segment} from '../segment.js';
import {type TabName, tabNames} from '../state/screen-state.js';

/** What stands behind the last tab's name: how many findings there are, in the style of the worst of them. */
export type FindingCount = {readonly count: number; readonly role: string};

/** The names of the inspector's tabs, the present one between two signs. Where they do not fit, the others are cut to three letters. */
export function tabRow(current: TabName, width: number, findings: FindingCount | null = null): Row {
	return tabCells(current, width, findings).flatMap(({row}) => row);
}

/** The tab whose name is at a column of the row. What stands behind the last name belongs to it. */
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

type TabCell = {readonly name: TabName; readonly row: Row};

function tabCells(current: TabName, width: number, findings: FindingCount | null): readonly TabCell[] {
	const cells = (title: (name: TabName) => string) =>
		tabNames.map((name): TabCell => ({name, row: tabCell(name, title(name), name === current, findings)}));
	const whole = cells(tabTitle);
	const isFitting = whole.reduce((sum, {row}) => sum + rowWidth(row), 0) <= width;
	return isFitting ? whole : cells(name => (name === current ? tabTitle(name) : tabTitle(name).slice(0, 3)));
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
