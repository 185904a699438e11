import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {wrapText} from '../../text/wrap-text.js';
import type {Size} from '../screen/layout.js';
import type {Screen} from '../screen/screen.js';
import {helpRows} from './help-rows.js';

/** The help in columns of `length` rows, with `height` of them visible from `top` on. */
export type HelpLayout = {
	readonly columns: ReadonlyArray<readonly Row[]>;
	readonly columnWidth: number;
	readonly length: number;
	readonly height: number;
	readonly top: number;
};

/** The minimum width for two columns. */
export const twoColumns = 100;

/** Lays the help out in a frame of a size. */
export function layoutHelp(screen: Screen, size: Size): HelpLayout {
	const {helpTop} = screen;
	const count = size.width >= twoColumns ? 2 : 1;
	const columnWidth = Math.floor(size.width / count);
	// An empty column separates the two columns.
	const rows = shownRows(screen, columnWidth - 1);
	const height = Math.max(1, size.height - 1);
	const length = count === 1 ? rows.length : Math.max(height, Math.ceil(rows.length / count));
	return {
		columns: Array.from({length: count}, (_, column) => rows.slice(column * length, (column + 1) * length)),
		columnWidth,
		length,
		height,
		top: Math.max(0, Math.min(helpTop, length - height)),
	};
}

function shownRows(screen: Screen, width: number): readonly Row[] {
	const rows = helpRows(screen, width);
	const words = `No key, command or sign is described by “${sanitizeLine(screen.helpSearch.trim())}”. Fewer letters find more.`;
	return rows.length > 0
		? rows
		: [[], ...wrapText(words, width - 2).lines.map(({text}): Row => [segment(`  ${text}`)])];
}

/** The first visible row after scrolling, never past either end. */
export function scrolledHelp(screen: Screen, by: number): number {
	const {length, height, top} = layoutHelp(screen, bodySize(screen));
	return Math.max(0, Math.min(top + by, length - height));
}

/** The rows of a page, less one that stays visible. */
export function helpPage(screen: Screen): number {
	return Math.max(1, bodySize(screen).height - 2);
}

/** The room between the header and the prompt. */
export function bodySize({size, promptHeight}: Screen): Size {
	return {width: size.width, height: size.height - promptHeight - 2};
}
