// One block of Markdown, and the blocks nested in it, as styled lines.

import type {MarkedToken, Token, Tokens} from 'marked';
import {textWidth, truncate} from '../text-width.js';
import {sanitizePiece} from './highlight-markers.js';
import {inlineSpans, unpainted} from './inline-spans.js';
import {endsWithEmptyLine} from './lex-blocks.js';
import type {MarkdownLine, MarkdownView, Paint} from './markdown-view.js';
import {renderCode} from './render-code.js';
import {renderTable} from './render-table.js';
import {type Span, wrapSpans} from './spans.js';

/** If there is less room than this beside a list marker or a quote bar, the text goes below it instead. */
const narrowestText = 8;

/**
 * The lines of a block, with offsets into its own source. A block with nothing to show, such as a link definition, has none. One nested too
 * deeply for recursion is shown as source text.
 */
export function renderBlock(block: Token, view: MarkdownView): readonly MarkdownLine[] {
	try {
		return renderToken(block, view, unpainted);
	} catch {
		return renderToken({type: 'unread', raw: block.raw}, view, unpainted);
	}
}

function renderToken(block: Token, view: MarkdownView, paint: Paint): readonly MarkdownLine[] {
	const {style, width} = view;
	const token = block as MarkedToken;
	const whole = (lines: readonly string[]) => lines.map(text => ({text, start: 0, end: token.raw.length}));
	const wrapped = (spans: readonly Span[]) => whole(wrapSpans(spans, width).map(line => line.text));
	switch (token.type) {
		case 'space':
		case 'def':
		case 'checkbox':
			return [];
		case 'heading': {
			const asHeading = (text: string) => paint(style.heading(text, token.depth));
			const signs = {text: `${'#'.repeat(token.depth)} `, paint: asHeading};
			return wrapped([signs, ...inlineSpans(token.tokens, style, asHeading)]);
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
			return renderCode(token.raw, token.text, view);
		case 'table':
			return whole(renderTable(token, view));
		case 'blockquote':
			return whole(renderQuote(token, view, paint));
		case 'list':
			return whole(renderList(token, view, paint));
		default:
			return wrapped([{text: sanitizePiece(token.raw, style), paint}]);
	}
}

function renderQuote(quote: Tokens.Blockquote, view: MarkdownView, paint: Paint): readonly string[] {
	const asQuote = (text: string) => paint(view.style.quote(text));
	const bar = view.style.quoteBar('│ ');
	const beside = roomBeside(2, view);
	return beside
		? renderNested(quote.tokens, beside, asQuote).map(line => bar + line)
		: renderNested(quote.tokens, view, asQuote);
}

function renderList(list: Tokens.List, view: MarkdownView, paint: Paint): readonly string[] {
	const lines: string[] = [];
	let isSpaced = false;
	for (const [index, item] of list.items.entries()) {
		const sign = list.ordered ? `${Number(list.start) + index}. ` : '• ';
		const block = renderItem(item, sign, view, paint);
		appendLines(lines, isSpaced ? ['', ...block] : block);
		isSpaced = endsWithEmptyLine(item);
	}

	return lines;
}

function renderItem(
	item: Tokens.ListItem,
	sign: string,
	view: MarkdownView,
	paint: Paint,
): readonly string[] {
	const plainMarker = item.task ? `${sign}[${item.checked ? 'x' : ' '}] ` : sign;
	const cells = textWidth(plainMarker);
	const beside = roomBeside(cells, view);
	if (!beside) {
		return [
			view.style.listMarker(truncate(plainMarker, view.width)),
			...renderNested(item.tokens, view, paint),
		];
	}

	const marker = view.style.listMarker(plainMarker);
	const lines = renderNested(item.tokens, beside, paint);
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
function renderNested(tokens: readonly Token[], view: MarkdownView, paint: Paint): readonly string[] {
	const lines: string[] = [];
	let isSpaced = false;
	for (const token of tokens) {
		const block = renderToken(token, view, paint).map(line => line.text);
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
