import {type Row, segment} from '../segment.js';
import {type TabName, tabNames} from '../state/screen-state.js';

/** What stands behind the last tab's name: how many findings there are, in the style of the worst of them. */
export type FindingCount = {readonly count: number; readonly role: string};

/** The names of the inspector's tabs, the present one between two signs. */
export function tabRow(current: TabName, findings: FindingCount | null = null): Row {
	return tabNames.flatMap((name): Row => {
		const role = name === current ? 'tab' : 'dim';
		const [open, close] = name === current ? ['▸', '◂'] : [' ', ' '];
		const count = name === 'findings' ? findings : null;
		return [
			segment(`${open}${tabTitle(name)}`, role),
			...(count === null ? [] : [segment(` ${count.count}`, count.role)]),
			segment(close, role),
			segment(' '),
		];
	});
}

/** The tab whose name is at a column of the row. */
export function tabAt(column: number): TabName | null {
	let start = 0;
	for (const name of tabNames) {
		// Nothing comes behind the last one, whose count belongs to it.
		const width = name === tabNames.at(-1) ? Number.POSITIVE_INFINITY : name.length + 2;
		if (column >= start && column < start + width) {
			return name;
		}

		start += width + 1;
	}

	return null;
}

export function tabTitle(name: TabName): string {
	return name.charAt(0).toUpperCase() + name.slice(1);
}
