// Code blocks. An open fence grows line by line, however long it gets. A closed one is highlighted.

import {sanitizeLine} from '../sanitize.js';
import {textWidth} from '../text-width.js';
import {codeWidth, cutCode} from './cut-code.js';
import {sanitizePiece} from './highlight-markers.js';
import type {MarkdownLine, MarkdownView} from './markdown-view.js';
import {plainText, type Span, wrapCodeSpans} from './spans.js';

const opening = /^( {0,3})(`{3,}|~{3,})([^\n]*)(?:\n|$)/;

/** Marks a row that continues the one above. */
const continuation = '↪ ';

/** Mark a row whose line goes on to the left or to the right. */
const goesOnLeft = '←';
const goesOnRight = '→';

/** Code longer than this has one style, because highlighting it takes longer than a frame allows. */
const maxHighlighted = 40_000;

/**
 * A fence that is not closed yet. `settled` holds the display lines of its complete source lines. `lineStart` is the offset of the next one.
 */
export type OpenFence = {
	readonly start: number;
	readonly indent: number;
	readonly marker: string;
	readonly lineStart: number;
	readonly settled: readonly MarkdownLine[];
};

/** Whether a code token's source is an unclosed fence. */
export function isOpenFence(raw: string): boolean {
	const match = opening.exec(raw);
	if (!match) {
		return false;
	}

	const lastLine = raw.trimEnd().slice(match[0].length).split('\n').at(-1) ?? '';
	return raw.trimEnd().length <= match[0].length || !closes(lastLine, match[2] ?? '');
}

/** Starts an open fence whose source begins at `start` of `text`. `number` counts the code blocks. `growFence` then adds its lines. */
export function openFence(text: string, start: number, number: number, view: MarkdownView): OpenFence {
	const [line = '', indent = '', marker = '', info = ''] = opening.exec(text.slice(start)) ?? [];
	const lineStart = start + line.length;
	const settled = labelLines(info, number, view).map(label => ({text: label, start, end: lineStart}));
	return {start, indent: indent.length, marker, lineStart, settled};
}

/** Adds what `text` has gained. Returns `null` if the fence may now be closed. */
export function growFence(
	fence: OpenFence,
	text: string,
	view: MarkdownView,
): {readonly fence: OpenFence; readonly lines: readonly MarkdownLine[]} | null {
	const sources = text.slice(fence.lineStart).split('\n');
	if (sources.some(source => closes(source, fence.marker))) {
		return null;
	}

	let lineStart = fence.lineStart;
	const rows = sources.map(source => {
		const start = lineStart;
		lineStart += source.length + 1;
		return codeRows(dedent(source, fence.indent), view).map(row => ({
			text: row,
			start,
			end: start + source.length,
		}));
	});
	const settled = rows.length > 1 ? fence.settled.concat(rows.slice(0, -1).flat()) : fence.settled;
	const unfinished = sources.at(-1) ?? '';
	// Otherwise the first characters of the closing line would briefly appear as code.
	const isHidden = fence.marker.startsWith(unfinished.trim());
	return {
		fence: {...fence, lineStart: text.length - unfinished.length, settled},
		lines: isHidden ? settled : settled.concat(rows.at(-1) ?? []),
	};
}

/**
 * The lines of a code block that is complete, or nested in a list or quote. `raw` is its source, `code` its content, and `number` counts the
 * code blocks. Each line of a fence has its offsets within `raw`.
 */
export function renderCode(
	raw: string,
	code: string,
	number: number,
	view: MarkdownView,
): readonly MarkdownLine[] {
	const match = opening.exec(raw);
	const whole = {start: 0, end: raw.length};
	const language = match?.[3]?.trim() ?? '';
	let lineStart = match?.[0].length ?? 0;
	const content = sanitizePiece(match ? code : code.trimEnd(), view.style);
	const lines = highlightedLines(content, match && !isOpenFence(raw) ? language : '', view);
	const scrolled = scrolledView(lines, view);
	const label = labelLines(language, number, view, moreColumns(lines, scrolled)).map(text => ({
		text,
		start: 0,
		end: lineStart,
	}));
	const sources = raw.slice(lineStart).split('\n');
	const rows = lines.flatMap((spans, index) => {
		const start = lineStart;
		const end = start + (sources[index] ?? '').length;
		lineStart = end + 1;
		return indented(spans, scrolled).map(text => (match ? {text, start, end} : {text, ...whole}));
	});
	return [...label, ...rows];
}

function closes(line: string, marker: string): boolean {
	const [, found] = /^ {0,3}(`{3,}|~{3,}) *$/.exec(line) ?? [];
	return found?.startsWith(marker) ?? false;
}

/** The rest of a rule in front of a language. */
const shortestRule = 3;

/**
 * A rule that ends with the language and the number of the block. The whole info string is shown, on lines of its own if it is long: it is the
 * model's text even if it does not name a language.
 */
function labelLines(
	info: string,
	number: number,
	{width, style}: MarkdownView,
	more = '',
): readonly string[] {
	const text = sanitizeLine(info.trim());
	const own = text === '' ? String(number) : `${text} · ${number}`;
	const withMore = more === '' ? own : `${more} · ${own}`;
	const label = textWidth(withMore) + 1 + shortestRule > width ? own : withMore;
	const rule = width - textWidth(label) - 1;
	return rule < shortestRule
		? wrapCodeSpans([{text: label, paint: style.codeLabel}], width).map(row => row.text)
		: [`${style.rule('─'.repeat(rule))} ${style.codeLabel(label)}`];
}

function dedent(line: string, indent: number): string {
	const spaces = /^ */.exec(line)?.[0].length ?? 0;
	return line.slice(Math.min(spaces, indent));
}

/** The spans of each line of `code`. */
function highlightedLines(
	code: string,
	info: string,
	{style, highlight}: MarkdownView,
): readonly (readonly Span[])[] {
	const [language = ''] = info.split(' ');
	const spans = language !== '' && code.length <= maxHighlighted ? highlight?.(code, language) : null;
	const lines: Span[][] = [[]];
	for (const {text, scope} of spans ?? [{text: code, scope: null}]) {
		const paint = scope === null ? style.codeBlock : (piece: string) => style.codeScope(piece, scope);
		for (const [index, line] of text.split('\n').entries()) {
			if (index > 0) {
				lines.push([]);
			}

			lines.at(-1)?.push({text: line, paint});
		}
	}

	return lines;
}

function codeRows(line: string, view: MarkdownView): readonly string[] {
	return indented([{text: sanitizePiece(line, view.style), paint: view.style.codeBlock}], view);
}

/** Blocks are scrolled to their own end at most, so that none is ever empty. */
function scrolledView(lines: readonly (readonly Span[])[], view: MarkdownView): MarkdownView {
	const {codeColumn} = view;
	if (codeColumn === undefined) {
		return view;
	}

	return {...view, codeColumn: Math.max(0, Math.min(codeColumn, widest(lines) - codeRoom(view)))};
}

function widest(lines: readonly (readonly Span[])[]): number {
	return lines.reduce((most, line) => Math.max(most, codeWidth(line)), 0);
}

function codeRoom({width}: MarkdownView): number {
	return width - marginOf(width).length;
}

function marginOf(width: number): string {
	return width > 8 ? '  ' : '';
}

/** Says how much further the widest line goes on to the right. */
function moreColumns(lines: readonly (readonly Span[])[], view: MarkdownView): string {
	const {codeColumn} = view;
	if (codeColumn === undefined) {
		return '';
	}

	const more = widest(lines) - codeColumn - codeRoom(view);
	// The sign at the edge takes a column of its own.
	return more <= 0 ? '' : `${goesOnRight} ${more + 1} more columns`;
}

/** Indents by two cells if there is room. A line that is too long continues under its own indentation, or is cut if code is scrolled. */
function indented(spans: readonly Span[], view: MarkdownView): readonly string[] {
	const {width, style, codeColumn} = view;
	if (codeColumn !== undefined) {
		return [cutRow(spans, view, codeColumn)];
	}

	const margin = marginOf(width);
	const room = width - margin.length;
	const own = Math.min(/^ */.exec(plainText(spans))?.[0].length ?? 0, Math.floor(room / 2));
	const sign = room - own > 8 ? continuation : '';
	const rows = wrapCodeSpans(spans, room, room - own - sign.length);
	return rows.map((row, index) => {
		const indent = index === 0 ? '' : ' '.repeat(own) + style.codeLabel(sign);
		return row.width === 0 ? '' : margin + indent + row.text;
	});
}

function cutRow(spans: readonly Span[], view: MarkdownView, column: number): string {
	const {width, style} = view;
	const margin = marginOf(width);
	const room = codeRoom(view);
	const isCut = codeWidth(spans) > column + room;
	const {text, before} = cutCode(spans, column, isCut ? Math.max(0, room - 1) : room);
	const start = before > 0 && margin !== '' ? `${style.codeLabel(goesOnLeft)} ` : margin;
	return text === '' && before === 0 ? '' : start + text + (isCut ? style.codeLabel(goesOnRight) : '');
}
