// Turns the tokens inside a paragraph, heading or table cell into spans.

import type {MarkedToken, Token} from 'marked';
import {shortAddress} from '../hyperlink.js';
import {decodeEntities} from './decode-entities.js';
import type {FootnoteToken} from './footnotes.js';
import {sanitizePiece} from './highlight-markers.js';
import {superscripts} from './latex-symbols.js';
import {latexToUnicode} from './latex-to-unicode.js';
import type {MarkdownStyle, Paint} from './markdown-view.js';
import type {MathToken} from './math.js';
import type {Span} from './spans.js';

/** The tokens of `marked`, and our own. */
type InlineToken = MarkedToken | MathToken | FootnoteToken;

const lineBreak = /^<br\s*\/?>$/i;

/** Leaves text unstyled. */
export const unpainted: Paint = text => text;

/** The spans of `tokens`. `paint` is the style of the surrounding text. A line break in the Markdown is kept. */
export function inlineSpans(
	tokens: readonly Token[],
	style: MarkdownStyle,
	paint: Paint = unpainted,
): readonly Span[] {
	return tokens.flatMap(token => tokenSpans(token as InlineToken, style, paint));
}

function tokenSpans(token: InlineToken, style: MarkdownStyle, paint: Paint): readonly Span[] {
	const inside = (tokens: readonly Token[], own: Paint) =>
		inlineSpans(tokens, style, text => paint(own(text)));
	const span = (text: string, own: Paint = unpainted, decode?: (part: string) => string) => [
		{text: sanitizePiece(text, style, decode), paint: (piece: string) => paint(own(piece))},
	];
	switch (token.type) {
		case 'strong':
			return inside(token.tokens, style.strong);
		case 'em':
			return inside(token.tokens, style.emphasis);
		case 'del':
			return inside(token.tokens, style.strikethrough);
		case 'codespan':
			return span(token.text, style.code);
		case 'br':
			return span('\n');
		case 'html':
			return lineBreak.test(token.text) ? span('\n') : span(token.text, style.html);
		case 'math':
			return span(formulaInLine(token));
		case 'footnoteMark':
			return span(footnoteNumber(token.text), style.link);
		case 'escape':
			return span(token.text);
		case 'link':
		case 'image': {
			const href = decodeEntities(token.href);
			const isBare = token.text === href || token.raw === token.text || href === `mailto:${token.text}`;
			const {hyperlink} = style;
			const asLink = (text: string) => (hyperlink ?? unpainted)(style.link(text), href);
			const text =
				token.tokens.length > 0 ? inside(token.tokens, asLink) : span(token.text || 'image', asLink);
			const address = hyperlink === undefined ? href : shortAddress(href);
			return isBare ? text : [...text, ...span(` (${address})`, style.url)];
		}

		case 'checkbox':
			// Part of the item's marker.
			return [];
		case 'text':
			return token.tokens
				? inlineSpans(token.tokens, style, paint)
				: span(token.text, unpainted, decodeEntities);
		default:
			return span(token.raw);
	}
}

/** A formula of several rows is not for a line of text, so its LaTeX is shown. */
function formulaInLine({text, raw}: MathToken): string {
	const formula = latexToUnicode(text);
	return formula === null || formula.includes('\n') ? raw : formula;
}

/** `12` as `¹²`. */
export function footnoteNumber(digits: string): string {
	return digits.replaceAll(/\d/g, digit => superscripts.get(digit) ?? digit);
}
