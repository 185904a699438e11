import type {Row} from '../../text/segment.js';
import type {Size} from '../screen/layout.js';
import type {Screen} from '../screen/screen.js';
import {helpRows} from './help-rows.js';

/** The help in columns of `length` rows, of which `height` are in sight from `top` on. */
export type HelpLayout = {
	readonly columns: ReadonlyArray<readonly Row[]>;
	readonly columnWidth: number;
	readonly length: number;
	readonly height: number;
	readonly top: number;
};

/** From this width on there are two columns. */
const twoColumns = 100;

/** Lays the help out in a frame of a size. */
export function layoutHelp({keymap, isReplay, helpTop}: Screen, size: Size): HelpLayout {
	const count = size.width >= twoColumns ? 2 : 1;
	const columnWidth = Math.floor((size.width - 2) / count);
	// An empty column keeps the words of two columns apart.
	const rows = helpRows(keymap, isReplay, columnWidth - 1);
	const height = Math.max(1, size.height - 2);
	const length = count === 1 ? rows.length : Math.max(height, Math.ceil(rows.length / count));
	return {
		columns: Array.from({length: count}, (_, column) => rows.slice(column * length, (column + 1) * length)),
		columnWidth,
		length,
		height,
		top: Math.max(0, Math.min(helpTop, length - height)),
	};
}

/** The first row in sight after scrolling by some rows: never past either end. */
export function scrolledHelp(screen: Screen, by: number): number {
	const {length, height, top} = layoutHelp(screen, bodySize(screen));
	return Math.max(0, Math.min(top + by, length - height));
}

/** How many rows a page has, less one that stays. */
export function helpPage(screen: Screen): number {
	return Math.max(1, bodySize(screen).height - 3);
}

/** The room between the header and the prompt. */
export function bodySize({size, promptHeight}: Screen): Size {
	return {width: size.width, height: size.height - promptHeight - 2};
}
