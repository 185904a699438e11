import {type Layout, type PaneName, type Place, placeOf, type Size} from './layout.js';

/**
 * What is at a cell. For a pane, the cell is counted from the first one below its title, and is `null` on the title and on the line at its left.
 * For the area below the panes (the prompt and the scrubber), the row is counted from the top of that area.
 */
export type Hit =
	| {readonly kind: 'below'; readonly row: number}
	| {
			readonly kind: 'pane';
			readonly pane: PaneName;
			readonly cell: {readonly row: number; readonly column: number} | null;
	  };

const panes: readonly PaneName[] = ['history', 'events', 'inspector'];

const statusHeight = 1;

/** Finds what is at a cell of the screen. Returns `null` for the header, the status line and cells outside. */
export function hitTest(layout: Layout, screen: Size, x: number, y: number): Hit | null {
	if (layout.kind === 'too-small' || x < 0 || x >= screen.width) {
		return null;
	}

	let bodyEnd = 0;
	for (const pane of panes) {
		const place = placeOf(layout, pane);
		if (place !== null && contains(place, x, y)) {
			return {kind: 'pane', pane, cell: cellInside(place, x, y)};
		}

		bodyEnd = Math.max(bodyEnd, place === null ? 0 : place.y + place.height);
	}

	const row = y - bodyEnd;
	return row >= 0 && y < screen.height - statusHeight ? {kind: 'below', row} : null;
}

function cellInside(place: Place, x: number, y: number) {
	const column = x - place.x - (place.x > 0 ? 1 : 0);
	const row = y - place.y - 1;
	return column >= 0 && row >= 0 ? {row, column} : null;
}

/** The cell of a pane that is nearest to a cell of the screen, counted from the first one below its title. */
export function nearestCell(
	place: Place,
	x: number,
	y: number,
): {readonly row: number; readonly column: number} {
	const line = place.x > 0 ? 1 : 0;
	const within = (value: number, length: number) => Math.max(0, Math.min(length - 1, value));
	return {
		row: within(y - place.y - 1, place.height - 1),
		column: within(x - place.x - line, place.width - line),
	};
}

function contains(place: Place, x: number, y: number): boolean {
	return x >= place.x && x < place.x + place.width && y >= place.y && y < place.y + place.height;
}
