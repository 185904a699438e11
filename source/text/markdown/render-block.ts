// One block of Markdown, and the blocks nested in it, as styled lines.

import type {MarkedToken, Token, Tokens} from 'marked';
import {textWidth, truncate} from '../text-width.js';
import type {FootnoteToken} from './footnotes.js';
import {sanitizePiece} from './highlight-markers.js';
import {footnoteNumber, inlineSpans, unpainted} from './inline-spans.js';
import {hasTallBracket} from './latex-rows.js';
import {latexToUnicode} from './latex-to-unicode.js';
import {type Block, endsWithEmptyLine} from './lex-blocks.js';
import type {MarkdownLine, MarkdownView, Paint} from './markdown-view.js';
import type {MathToken} from './math.js';
import {renderCode} from './render-code.js';
import {renderTable} from './render-table.js';
import {type Span, spansWidth, wrapSpans} from './spans.js';

/** If there is less room than this beside a list marker or a quote bar, the text goes below it instead. */
const narrowestText = 8;

/**
 * The lines of a block, with offsets into its own source. A block with nothing to show, such as a link definition, has none. One nested too
 * deeply for recursion is shown as source text.
 */
export function renderBlock({token, codeBefore}: Block, view: MarkdownView): readonly MarkdownLine[] {
	let code = codeBefore;
	const top: Place = {paint: unpainted, lists: 0, nextCode: () => ++code};
	try {
		return renderToken(token, view, top);
	} catch {
		return renderToken({type: 'unread', raw: token.raw}, view, top);
	}
}

/** Where a block stands: the style of the text around it, the number of lists around it, and the number of the next code block. */
type Place = {readonly paint: Paint; readonly lists: number; readonly nextCode: () => number};

function renderToken(block: Token, view: MarkdownView, place: Place): readonly MarkdownLine[] {
	const {style, width} = view;
	const {paint} = place;
	const token = block as MarkedToken | MathToken | FootnoteToken;
	const whole = (lines: readonly string[]) => lines.map(text => ({text, start: 0, end: token.raw.length}));
	const wrapped = (spans: readonly Span[]) => whole(wrapSpans(spans, width).map(line => line.text));
	switch (token.type) {
		case 'space':
		case 'def':
		case 'checkbox':
			return [];
		case 'heading': {
			const spans = inlineSpans(token.tokens, style, text => paint(style.heading(text, token.depth)));
			const rule = style.rule('━'.repeat(Math.min(width, spansWidth(spans))));
			return [...wrapped(spans), ...whole(token.depth === 1 && token.tokens.length > 0 ? [rule] : [])];
		}

		case 'paragraph':
			return wrapped(inlineSpans(token.tokens, style, paint));
		case 'text':
			return wrapped(inlineSpans([token], style, paint));
		case 'html':
			return wrapped([
				{text: sanitizePiece(token.text.trimEnd(), style), paint: text => paint(style.html(text))},
			]);
		case 'hr':
			return whole([style.rule('─'.repeat(Math.max(1, width)))]);
		case 'code':
			return renderCode(token.raw, token.text, place.nextCode(), view);
		case 'table':
			return whole(renderTable(token, view));
		case 'blockquote':
			return whole(renderQuote(token, view, place));
		case 'list':
			return whole(renderList(token, view, place));
		case 'math':
			return whole(renderMath(token, view, place));
		case 'footnote':
			return whole(renderFootnote(token, view, place));

		default:
			return wrapped([{text: sanitizePiece(token.raw, style), paint}]);
	}
}

/** A formula on lines of its own. Without characters for all of it, or room for its brackets, its LaTeX is shown. */
function renderMath(token: MathToken, {style, width}: MarkdownView, {paint}: Place): readonly string[] {
	const formula = token.text === '' ? null : latexToUnicode(token.text);
	const margin = width > narrowestText ? '  ' : '';
	const isCut = (text: string) => hasTallBracket(text) && textWidth(text) > width - margin.length;
	if (formula === null || formula.split('\n').some(isCut)) {
		return wrapSpans([{text: sanitizePiece(token.raw.trimEnd(), style), paint}], width).map(
			line => line.text,
		);
	}

	return wrapSpans([{text: sanitizePiece(formula, style), paint}], width - margin.length).map(
		line => margin + line.text,
	);
}

/** The note hangs beside its number. */
function renderFootnote(token: FootnoteToken, view: MarkdownView, {paint}: Place): readonly string[] {
	const number = footnoteNumber(token.text);
	const mark = `${view.style.link(number)} `;
	const note = inlineSpans(token.tokens ?? [], view.style, paint);
	const beside = roomBeside(number.length + 1, view);
	if (!beside) {
		const whole = [{text: number, paint: view.style.link}, {text: ' ', paint}, ...note];
		return wrapSpans(whole, view.width).map(line => line.text);
	}

	const margin = ' '.repeat(number.length + 1);
	return wrapSpans(note, beside.width).map((line, index) => (index === 0 ? mark : margin) + line.text);
}

function renderQuote(quote: Tokens.Blockquote, view: MarkdownView, place: Place): readonly string[] {
	const asQuote = {...place, paint: (text: string) => place.paint(view.style.quote(text))};
	const bar = view.style.quoteBar('│ ');
	const beside = roomBeside(2, view);
	return beside
		? renderNested(quote.tokens, beside, asQuote).map(line => bar + line)
		: renderNested(quote.tokens, view, asQuote);
}

/** The marks of nested lists, from the outside in. */
const bullets = ['•', '◦', '–'] as const;

function renderList(list: Tokens.List, view: MarkdownView, place: Place): readonly string[] {
	const bullet = bullets[place.lists % bullets.length] ?? '•';
	const inside = {...place, lists: place.lists + 1};
	const lines: string[] = [];
	let isSpaced = false;
	for (const [index, item] of list.items.entries()) {
		const sign = list.ordered ? `${Number(list.start) + index}. ` : `${bullet} `;
		const block = renderItem(item, sign, view, inside);
		appendLines(lines, isSpaced ? ['', ...block] : block);
		isSpaced = endsWithEmptyLine(item);
	}

	return lines;
}

function renderItem(
	item: Tokens.ListItem,
	sign: string,
	view: MarkdownView,
	place: Place,
): readonly string[] {
	const plainMarker = item.task ? `${sign}[${item.checked ? 'x' : ' '}] ` : sign;
	const cells = textWidth(plainMarker);
	const beside = roomBeside(cells, view);
	if (!beside) {
		return [
			view.style.listMarker(truncate(plainMarker, view.width)),
			...renderNested(item.tokens, view, place),
		];
	}

	const marker = view.style.listMarker(plainMarker);
	const lines = renderNested(item.tokens, beside, place);
	const margin = ' '.repeat(cells);
	return lines.length === 0
		? [marker]
		: lines.map((line, index) => (index === 0 ? marker : line && margin) + line);
}

/** Appended one by one, because a block may have more lines than the stack can hold as arguments. */
function appendLines(lines: string[], block: readonly string[]): void {
	for (const line of block) {
		lines.push(line);
	}
}

/** Blocks inside a block, with an empty line between them where the source has one. */
function renderNested(tokens: readonly Token[], view: MarkdownView, place: Place): readonly string[] {
	const lines: string[] = [];
	let isSpaced = false;
	for (const token of tokens) {
		const block = renderToken(token, view, place).map(line => line.text);
		isSpaced ||= token.type === 'space';
		if (block.length > 0) {
			appendLines(lines, isSpaced && lines.length > 0 ? ['', ...block] : block);
			isSpaced = false;
		}
	}

	return lines;
}

function roomBeside(cells: number, view: MarkdownView): MarkdownView | null {
	const width = view.width - cells;
	return width < narrowestText ? null : {...view, width};
}
