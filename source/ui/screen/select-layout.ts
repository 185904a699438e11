import {tabHeight} from '../inspector/tab-rows.js';
import {type Layout, layoutScreen, type PaneName, placeOf, type Size} from './layout.js';
import type {Screen} from './screen.js';
import {selector} from './selector.js';

/** The row above the panes. */
export const headerHeight = 1;
/** A pane's title. */
const titleRows = 1;
/** Empty columns on both sides of the conversation: text that touches a line is hard to read. */
export const historyMargin = 2;
/** Empty columns on both sides of the inspector. */
export const inspectorMargin = 1;
/** Longer lines of text are hard to read. */
const widestText = 96;
/** The log's column headings. */
const headRows = 1;

/** The visible panes and their places. */
export const selectLayout: (screen: Screen) => Layout = selector(
	({
		size,
		promptHeight,
		focus,
		isZoomed,
		hasEvents,
		isPresenting,
		logSize,
		inspectorPlace,
		split,
		logShare,
	}) =>
		[
			size.width,
			size.height,
			promptHeight,
			focus,
			isZoomed,
			hasEvents,
			isPresenting,
			logSize,
			inspectorPlace,
			split,
			logShare,
		] as const,
	(
		width,
		height,
		promptHeight,
		focus,
		isZoomed,
		hasEvents,
		isPresenting,
		logSize,
		inspectorPlace,
		split,
		logShare,
	) =>
		layoutScreen(
			{width, height},
			{promptHeight, focus, isZoomed, hasEvents, isPresenting, logSize, inspectorPlace, split, logShare},
		),
);

/** The columns of the lines between panes that reach a row of the screen from above. */
export function separatorsAt(layout: Layout, row: number): readonly number[] {
	const places = layout.kind === 'panes' ? Object.values(layout.places).filter(place => place !== null) : [];
	return places.filter(({x, y, height}) => x > 0 && y < row && row <= y + height).map(({x}) => x);
}

/** The room below each pane's title. A hidden pane has none. */
const selectInsides = selector(
	screen => [selectLayout(screen)] as const,
	(layout): Readonly<Record<PaneName, Size>> => {
		const history = inside(layout, 'history', 0);
		const inspector = inside(layout, 'inspector', 0);
		const width = Math.max(0, inspector.width - 2 * inspectorMargin);
		const below = Math.max(0, inspector.height - tabHeight(width, inspector.height));
		return {
			history: {...history, width: Math.max(0, Math.min(widestText, history.width - 2 * historyMargin))},
			events: inside(layout, 'events', headRows),
			inspector: {width, height: below},
		};
	},
);

export function selectInside(screen: Screen, pane: PaneName): Size {
	return selectInsides(screen)[pane];
}

/** The rows of the inspector's tabs. */
export function selectTabHeight(screen: Screen): number {
	const place = placeOf(selectLayout(screen), 'inspector');
	return place === null ? 1 : place.height - titleRows - selectInside(screen, 'inspector').height;
}

function inside(layout: Layout, pane: PaneName, head: number): Size {
	const place = placeOf(layout, pane);
	return place === null
		? {width: 0, height: 0}
		: {
				width: place.width - (place.x > 0 ? 1 : 0),
				height: Math.max(0, place.height - titleRows - head),
			};
}
