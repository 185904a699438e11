import {type Layout, layoutScreen, type PaneName, paneSize, type Size} from './layout.js';
import type {Screen} from './screen.js';
import {selector} from './selector.js';

/** Rows and columns that a pane's frame takes. */
const frame = 2;
/** Empty columns on both sides of the conversation: text that touches a line is hard to read. */
export const historyMargin = 1;
/** The log's column headings, and the row of tabs. */
const headRows = 1;

/** The visible panes and their sizes. */
export const selectLayout: (screen: Screen) => Layout = selector(
	({size, promptHeight, focus, isZoomed, hasEvents, isPresenting, split, logShare}) =>
		[
			size.width,
			size.height,
			promptHeight,
			focus,
			isZoomed,
			hasEvents,
			isPresenting,
			split,
			logShare,
		] as const,
	(width, height, promptHeight, focus, isZoomed, hasEvents, isPresenting, split, logShare) =>
		layoutScreen({width, height}, {promptHeight, focus, isZoomed, hasEvents, isPresenting, split, logShare}),
);

/** The room inside each pane's frame. A hidden pane has none. */
const selectInsides = selector(
	screen => [selectLayout(screen)] as const,
	(layout): Readonly<Record<PaneName, Size>> => ({
		history: inside(layout, 'history', {head: 0, margin: historyMargin}),
		events: inside(layout, 'events', {head: headRows, margin: 0}),
		inspector: inside(layout, 'inspector', {head: headRows, margin: 0}),
	}),
);

export function selectInside(screen: Screen, pane: PaneName): Size {
	return selectInsides(screen)[pane];
}

function inside(
	layout: Layout,
	pane: PaneName,
	{head, margin}: {readonly head: number; readonly margin: number},
): Size {
	const size = paneSize(layout, pane);
	return size === null
		? {width: 0, height: 0}
		: {width: size.width - frame - margin * 2, height: Math.max(0, size.height - frame - head)};
}
