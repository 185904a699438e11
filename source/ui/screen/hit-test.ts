import {type Layout, type PaneName, paneSize, type Size} from './layout.js';

/** A rectangle of cells, counted from 0 at the top left of the screen. */
export type Place = Size & {readonly x: number; readonly y: number};

/**
 * What is at a cell. For a pane, the cell is counted from the first one inside its frame, and is `null` on the frame itself. For the area
 * below the panes (the prompt and the scrubber), the row is counted from the top of that area.
 */
export type Hit =
	| {readonly kind: 'below'; readonly row: number}
	| {
			readonly kind: 'pane';
			readonly pane: PaneName;
			readonly cell: {readonly row: number; readonly column: number} | null;
	  };

const panes: readonly PaneName[] = ['history', 'events', 'inspector'];

const headerHeight = 1;
const statusHeight = 1;

/**
 * The rectangle of a pane on the screen, frame included, or `null` while it is hidden.
 * @internal
 */
export function placeOf(layout: Layout, pane: PaneName): Place | null {
	const size = paneSize(layout, pane);
	if (size === null) {
		return null;
	}

	const origin = originOf(layout, pane);
	return {...size, x: origin.x, y: origin.y + headerHeight};
}

/** The pane's top left corner in the body, below the header. */
function originOf(layout: Layout, pane: PaneName): {x: number; y: number} {
	if (layout.kind === 'columns' && pane !== 'history') {
		return {x: layout.history.width, y: pane === 'inspector' ? (layout.events?.height ?? 0) : 0};
	}

	if (layout.kind === 'presenting' && pane === 'events') {
		return layout.isStacked ? {x: 0, y: layout.history.height} : {x: layout.history.width, y: 0};
	}

	return {x: 0, y: 0};
}

/** Finds what is at a cell of the screen. Returns `null` for the header, the status line and cells outside. */
export function hitTest(layout: Layout, screen: Size, x: number, y: number): Hit | null {
	if (layout.kind === 'too-small' || x < 0 || x >= screen.width) {
		return null;
	}

	for (const pane of panes) {
		const place = placeOf(layout, pane);
		if (place !== null && contains(place, x, y)) {
			return {kind: 'pane', pane, cell: cellInside(place, x, y)};
		}
	}

	const row = y - bodyEnd(layout);
	return row >= 0 && y < screen.height - statusHeight ? {kind: 'below', row} : null;
}

function cellInside({x: left, y: top, width, height}: Place, x: number, y: number) {
	const column = x - left - 1;
	const row = y - top - 1;
	return column >= 0 && column < width - 2 && row >= 0 && row < height - 2 ? {row, column} : null;
}

function contains(place: Place, x: number, y: number): boolean {
	return x >= place.x && x < place.x + place.width && y >= place.y && y < place.y + place.height;
}

/** The first row below the panes. */
function bodyEnd(layout: Layout): number {
	return Math.max(
		...panes.map(pane => {
			const place = placeOf(layout, pane);
			return place === null ? 0 : place.y + place.height;
		}),
	);
}
