import type {ScreenCell} from '../test/helpers/screen-cell.js';
import {caretElements, cellHeight, type Frame, rowElements, windowSvg} from './frame-to-svg.js';

/** What the screen showed from a time on, in milliseconds. */
export type Shot = Pick<Frame, 'cells' | 'cursor'> & {readonly at: number};

/** A part of a row that is drawn for a while. `body` is drawn in the first row, or in its own if `row` is 0. */
type Piece = {readonly body: string; readonly row: number};

const separators = /[│┬┴┼├┤]/;

/** The columns that separate panes, at which rows are divided, so that what changes in one pane is not drawn again for the others. */
const paneColumns = ({cells}: Shot): readonly number[] =>
	(cells[0] ?? []).flatMap((_, column) => {
		const lines = cells.filter(row => separators.test(row[column]?.text ?? ''));
		return lines.length > cells.length / 2 ? [column] : [];
	});

const partsOf = (
	row: readonly ScreenCell[],
	columns: readonly number[],
): ReadonlyArray<{readonly column: number; readonly cells: readonly ScreenCell[]}> => {
	const starts = [0, ...columns.flatMap(column => [column, column + 1])];
	return starts.map((column, index) => ({column, cells: row.slice(column, starts[index + 1])}));
};

const piecesOf = ({cells, cursor}: Shot, columns: readonly number[]): readonly Piece[] => [
	...cells.flatMap((row, y) =>
		partsOf(row, columns).map(part => ({body: rowElements(part.cells, 0, part.column).join(''), row: y})),
	),
	{body: caretElements(cursor).join(''), row: 0},
];

/** The indexes of the shots in which each piece is seen. */
const seenIn = (shots: readonly Shot[]): ReadonlyMap<string, {piece: Piece; shots: number[]}> => {
	const last = shots.at(-1);
	const columns = last === undefined ? [] : paneColumns(last);
	const seen = new Map<string, {piece: Piece; shots: number[]}>();
	for (const [index, shot] of shots.entries()) {
		for (const piece of piecesOf(shot, columns)) {
			if (piece.body !== '') {
				const key = `${piece.row} ${piece.body}`;
				const found = seen.get(key) ?? {piece, shots: []};
				found.shots.push(index);
				seen.set(key, found);
			}
		}
	}

	return seen;
};

/** `@keyframes` that show an element in these shots only. */
const keyframes = (
	name: string,
	indexes: readonly number[],
	shots: readonly Shot[],
	length: number,
): string => {
	const isIn = new Set(indexes);
	const changes = shots.flatMap(({at}, index) => {
		const isSeen = isIn.has(index);
		const isChange = index === 0 || isSeen !== isIn.has(index - 1);
		const share = Number(((100 * at) / length).toFixed(2));
		return isChange ? [`${share}%{visibility:${isSeen ? 'visible' : 'hidden'}}`] : [];
	});
	return `@keyframes ${name}{${changes.join('')}}`;
};

const drawn = ({body, row}: Piece, ids: ReadonlyMap<string, string>): string => {
	const id = ids.get(body);
	const y = row * cellHeight;
	return id === undefined
		? row === 0
			? body
			: `<g transform="translate(0 ${y})">${body}</g>`
		: `<use href="#${id}" y="${y}"/>`;
};

/** What occurs a thousand times is named by a class. */
const shortened = (svg: string): string => svg.replaceAll(' text-anchor="middle"', ' class="m"');

/**
 * An SVG of a terminal window that plays the shots in a loop and holds the last one for some milliseconds. Without animation, for those who
 * want none and in programs that know none, it is the last shot.
 */
export const filmToSvg = (shots: readonly Shot[], title: string, hold: number): string => {
	const last = shots.length - 1;
	const seen = [...seenIn(shots).values()];
	const uses = Map.groupBy(seen, ({piece}) => piece.body);
	const ids = new Map(
		[...uses].filter(([, list]) => list.length > 1).map(([body], index) => [body, `p${index}`] as const),
	);
	const length = (shots.at(-1)?.at ?? 0) + hold;
	const groups = [...Map.groupBy(seen, entry => entry.shots.join(' ')).values()];
	const rules: string[] = [];
	const elements = groups.map((entries, index) => {
		const indexes = entries[0]?.shots ?? [];
		const bodies = entries.map(({piece}) => drawn(piece, ids)).join('');
		if (indexes.length === shots.length) {
			return `<g>${bodies}</g>`;
		}

		const name = `k${index}`;
		rules.push(keyframes(name, indexes, shots, length), `.${name}{animation-name:${name}}`);
		const hidden = indexes.at(-1) === last ? '' : ' visibility="hidden"';
		return `<g class="a ${name}"${hidden}>${bodies}</g>`;
	});
	const moving = `.a{animation:${length / 1000}s step-end infinite}`;
	const css = `@media (prefers-reduced-motion:no-preference){${moving}${rules.join('\n')}}`;
	const definitions = [...ids].map(([body, id]) => `<g id="${id}">${body}</g>`);
	const size = {columns: shots[last]?.cells[0]?.length ?? 0, rows: shots[last]?.cells.length ?? 0};
	const drawing = [`<defs>${definitions.join('\n')}</defs>`, ...elements].map(shortened);
	return windowSvg(size, title, drawing, `${css}.m{text-anchor:middle}`);
};
