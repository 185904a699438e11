// Code blocks. An open fence grows line by line, however long it gets. A closed one is highlighted.

import {sanitizeLine} from '../sanitize.js';
import {textWidth} from '../text-width.js';
import {sanitizePiece} from './highlight-markers.js';
import type {MarkdownLine, MarkdownView} from './markdown-view.js';
import {plainText, type Span, wrapCodeSpans} from './spans.js';

const opening = /^( {0,3})(`{3,}|~{3,})([^\n]*)(?:\n|$)/;

/** Marks a row that continues the one above. */
const continuation = '↪ ';

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
	const label = labelLines(language, number, view).map(text => ({text, start: 0, end: lineStart}));
	const content = sanitizePiece(match ? code : code.trimEnd(), view.style);
	const sources = raw.slice(lineStart).split('\n');
	const rows = highlightedLines(content, match && !isOpenFence(raw) ? language : '', view).flatMap(
		(spans, index) => {
			const start = lineStart;
			const end = start + (sources[index] ?? '').length;
			lineStart = end + 1;
			return indented(spans, view).map(text => (match ? {text, start, end} : {text, ...whole}));
		},
	);
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
function labelLines(info: string, number: number, {width, style}: MarkdownView): readonly string[] {
	const text = sanitizeLine(info.trim());
	const label = text === '' ? String(number) : `${text} · ${number}`;
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

/** Indents by two cells if there is room. A line that is too long continues under its own indentation. */
function indented(spans: readonly Span[], {width, style}: MarkdownView): readonly string[] {
	const margin = width > 8 ? '  ' : '';
	const room = width - margin.length;
	const own = Math.min(/^ */.exec(plainText(spans))?.[0].length ?? 0, Math.floor(room / 2));
	const sign = room - own > 8 ? continuation : '';
	const rows = wrapCodeSpans(spans, room, room - own - sign.length);
	return rows.map((row, index) => {
		const indent = index === 0 ? '' : ' '.repeat(own) + style.codeLabel(sign);
		return row.width === 0 ? '' : margin + indent + row.text;
	});
}
