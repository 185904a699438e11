import type {ScreenCell} from '../test/helpers/screen-cell.js';
import {type Box, blockOf, linePath} from './box-drawing.js';
import {type CellPaint, type CellRun, cellRuns, isPlain} from './cell-runs.js';
import {terminalTheme} from './terminal-palette.js';

/** What is drawn: the cells of the screen by row, the cursor if visible, and the window's title. */
export type Frame = {
	readonly cells: ReadonlyArray<readonly ScreenCell[]>;
	readonly cursor: {readonly x: number; readonly y: number; readonly visible: boolean};
	readonly title: string;
};

/** Pixels. The width is the advance of 14-pixel letters in common fixed-width fonts. */
const cellWidth = 8.4;
export const cellHeight = 18;
const padding = 14;
const titleHeight = 34;
const fontFamily = "ui-monospace,'SF Mono',Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace";

const round = (value: number): number => Math.round(value * 100) / 100;

const escapeXml = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const boxOf = (column: number, row: number, columns: number): Box => ({
	x: round(padding + column * cellWidth),
	y: titleHeight + padding + row * cellHeight,
	width: round(columns * cellWidth),
	height: cellHeight,
});

const rectangle = ({x, y, width, height}: Box, fill: string, opacity = 1): string => {
	const fade = opacity === 1 ? '' : ` fill-opacity="${round(opacity)}"`;
	return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}"${fade}/>`;
};

const textAttributes = ({fg, bold, dim, italic, underline, strikethrough}: CellPaint): string => {
	const decoration = [underline && 'underline', strikethrough && 'line-through'].filter(Boolean).join(' ');
	return [
		` fill="${fg}"`,
		bold ? ' font-weight="700"' : '',
		italic ? ' font-style="italic"' : '',
		dim ? ' fill-opacity="0.62"' : '',
		decoration ? ` text-decoration="${decoration}"` : '',
	].join('');
};

/** Text of several cells is stretched to exactly their width, so that columns stay aligned in any font. */
const textElement = ({text, columns, paint}: CellRun, box: Box): string => {
	const baseline = round(box.y + cellHeight * 0.74);
	if (columns === 1 || !isPlain(text.charAt(0))) {
		const middle = round(box.x + box.width / 2);
		return `<text x="${middle}" y="${baseline}" text-anchor="middle"${textAttributes(paint)}>${escapeXml(text)}</text>`;
	}

	return `<text x="${box.x}" y="${baseline}" textLength="${box.width}"${textAttributes(paint)}>${escapeXml(text)}</text>`;
};

const glyphs = (run: CellRun, row: number): string => {
	const box = boxOf(run.column, row, run.columns);
	const [first = ''] = run.text;
	const block = blockOf(first, box);
	if (block) {
		return rectangle(block, run.paint.fg, block.opacity * (run.paint.dim ? 0.62 : 1));
	}

	const line = linePath(first, box);
	if (line) {
		const fade = run.paint.dim ? ' stroke-opacity="0.62"' : '';
		return `<path d="${line}" stroke="${run.paint.fg}"${fade}/>`;
	}

	const text = run.text.trimStart();
	const shift = run.text.length - text.length;
	const kept = text.trimEnd();
	if (kept === '') {
		return '';
	}

	const columns = run.columns - shift - (text.length - kept.length);
	const column = run.column + shift;
	return textElement({...run, text: kept, column, columns}, boxOf(column, row, columns));
};

/** The elements of a row, or of the part of one that begins at `column`. */
export const rowElements = (row: readonly ScreenCell[], y: number, column = 0): string[] => {
	const runs = cellRuns(row).map(run => ({...run, column: run.column + column}));
	const backgrounds = runs.flatMap(({column: start, columns, paint}) =>
		paint.bg ? [rectangle(boxOf(start, y, columns), paint.bg)] : [],
	);
	return [...backgrounds, ...runs.map(run => glyphs(run, y))].filter(element => element !== '');
};

const windowElements = (width: number, height: number, title: string): string[] => {
	const dots = ['#e06c75', '#e5c07b', '#98c379'].map(
		(fill, index) => `<circle cx="${20 + index * 18}" cy="${titleHeight / 2}" r="5.5" fill="${fill}"/>`,
	);
	return [
		`<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="9" fill="${terminalTheme.background}" stroke="${terminalTheme.border}"/>`,
		`<path d="M1 ${titleHeight}V10a9 9 0 0 1 9-9H${width - 10}a9 9 0 0 1 9 9V${titleHeight}Z" fill="${terminalTheme.titleBar}"/>`,
		...dots,
		`<text x="${width / 2}" y="${titleHeight / 2 + 4.5}" text-anchor="middle" font-size="13" fill="#9aa4b5">${escapeXml(title)}</text>`,
	];
};

/** The caret, if it is visible. */
export const caretElements = ({x, y, visible}: Frame['cursor']): string[] =>
	visible ? [rectangle({...boxOf(x, y, 1), width: 2}, terminalTheme.foreground)] : [];

/** A self-contained SVG of a terminal window around the elements of its cells. */
export const windowSvg = (
	{columns, rows}: {readonly columns: number; readonly rows: number},
	title: string,
	elements: readonly string[],
	css = '',
): string => {
	const width = Math.ceil(columns * cellWidth + 2 * padding);
	const height = titleHeight + rows * cellHeight + 2 * padding;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${fontFamily}">`,
		`<title>${escapeXml(title)}</title>`,
		...windowElements(width, height, title),
		// A browser's default style for texts would collapse spaces despite xml:space, so texts get their own.
		`<style>text{white-space:pre}${css}</style>`,
		`<g font-size="14" fill="none" xml:space="preserve">`,
		...elements,
		'</g>',
		'</svg>',
		'',
	].join('\n');
};

/** A self-contained SVG of a terminal window that shows the frame. */
export const frameToSvg = ({cells, cursor, title}: Frame): string =>
	windowSvg({columns: cells[0]?.length ?? 0, rows: cells.length}, title, [
		...cells.flatMap((row, y) => rowElements(row, y)),
		...caretElements(cursor),
	]);
