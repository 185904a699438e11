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

/** Cells reserved for the count of findings: the names beside it do not move when a few appear. */
const countCells = 2;

type TabCell = {readonly name: TabName; readonly row: Row};

/** Each name between two signs of its own; if these do not fit, with one sign between two names. */
function tabCells(current: TabName, width: number, findings: FindingCount | null): readonly TabCell[] {
	const count = findings === null ? '' : ` ${findings.count}`;
	const names = tabNames.reduce((sum, name) => sum + name.length, Math.max(countCells, count.length));
	const isRoomy = names + 2 * tabNames.length <= width;
	const areNamed = names + tabNames.length + 1 <= width;
	return tabNames.map((name, index): TabCell => {
		const isCurrent = name === current;
		const isLast = index === tabNames.length - 1;
		// The sign behind the current name is the one before the next.
		const follows = !isRoomy && areNamed && tabNames[index - 1] === current;
		const hasEnd = isRoomy || !areNamed || isLast || isCurrent;
		const role = isCurrent ? 'tab' : 'dim';
		const title = areNamed || isCurrent ? tabTitle(name) : String(index + 1);
		const shown = name === 'findings' ? count : '';
		const reserved =
			name === 'findings' && areNamed ? ' '.repeat(Math.max(0, countCells - shown.length)) : '';
		return {
			name,
			row: [
				segment(`${isCurrent ? '▸' : follows ? '' : ' '}${title}`, role),
				...(shown === '' ? [] : [segment(shown, findings?.role)]),
				segment(`${hasEnd ? (isCurrent ? '◂' : ' ') : ''}${reserved}`, role),
			],
		};
	});
}

export function tabTitle(name: TabName): string {
	return name.charAt(0).toUpperCase() + name.slice(1);
}
