import {type Row, segment} from '../segment.js';
import {type TabName, tabNames} from '../state/screen-state.js';

/** The names of the inspector's tabs, the present one between two signs. */
export function tabRow(current: TabName): Row {
	return tabNames.flatMap(
		(name): Row => [
			segment(
				name === current ? `▸${tabTitle(name)}◂` : ` ${tabTitle(name)} `,
				name === current ? 'tab' : 'dim',
			),
			segment(' '),
		],
	);
}

/** The tab whose name is at a column of the row. */
export function tabAt(column: number): TabName | null {
	let start = 0;
	for (const name of tabNames) {
		const width = name.length + 2;
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
