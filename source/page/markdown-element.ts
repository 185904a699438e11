import {highlightEnd, highlightStart} from '../text/markdown/highlight-markers.js';
import {type Block, lexBlocks, textStart} from '../text/markdown/lex-blocks.js';
import type {TextSpan} from './gained-span.js';
import {make} from './make.js';
import {createMarkdownWriter} from './markdown-writer.js';

/** A text in an element of its own, rendered as Markdown. */
export type MarkdownElement = {
	readonly element: HTMLElement;
	/** Shows a text and highlights a part of it. Returns the highlighted element, or `null` if nothing of it can be seen. */
	show(text: string, highlight: TextSpan | null): HTMLElement | null;
};

/** The blocks at the end that more text can still change. */
const unsettled = 2;

type Shown = {readonly block: Block; readonly nodes: readonly Node[]};

/** Writes only the blocks that changed, so growing text costs only what is new. */
export function createMarkdownElement(): MarkdownElement {
	const element = make('div', 'rendered');
	const shown: Shown[] = [];
	let before = '';
	return {
		element,
		show(source, highlight) {
			const text = withoutMarkers(source);
			const span = highlight === null ? null : readableSpan(text, highlight);
			const kept = text.startsWith(before)
				? settledBlocks(shown, Math.min(before.length, span?.start ?? text.length))
				: 0;
			for (const {nodes} of shown.splice(kept)) {
				for (const node of nodes) {
					node.parentNode?.removeChild(node);
				}
			}

			const last = shown.at(-1)?.block;
			const start = last === undefined ? 0 : last.start + last.token.raw.length;
			const writer = createMarkdownWriter();
			for (const block of lexBlocks(marked(text, span), {...textStart, start})) {
				const nodes = writer.block(block.token);
				element.append(...nodes);
				shown.push({block, nodes});
			}

			// Offsets behind the highlight are those of the text with its two markers, so these blocks are written again.
			before = span === null ? text : text.slice(0, span.start);
			return writer.mark();
		},
	};
}

/** How many blocks from the start cannot change any more, given that the text is the same up to an offset. */
function settledBlocks(shown: readonly Shown[], same: number): number {
	const sound = shown.filter(({block}) => block.start + block.token.raw.length <= same).length;
	return Math.max(0, Math.min(sound, shown.length) - unsettled);
}

/** The text may contain the characters that mark a highlight. They are invisible, and another invisible one keeps the offsets. */
function withoutMarkers(text: string): string {
	return text.replaceAll(/[\u2063\u2064]/g, '\u200B');
}

/** Signs of Markdown at the edges of a piece. A marker before them would hide from the lexer what they mean. */
const signsBefore = /^[\s#>*_`~|+=\-[\]!()\\$]*(?:\d+[.)]\s+)?/;
const signsAfter = /[\s*_`~|[\]()\\$#]*$/;

/** The part of a span that a reader sees as words; `null` if there is none. */
function readableSpan(text: string, {start, end}: TextSpan): TextSpan | null {
	const piece = text.slice(start, end);
	const from = start + (signsBefore.exec(piece)?.[0].length ?? 0);
	const to = end - (signsAfter.exec(piece)?.[0].length ?? 0);
	return from < to ? {start: from, end: to} : null;
}

function marked(text: string, span: TextSpan | null): string {
	return span === null
		? text
		: `${text.slice(0, span.start)}${highlightStart}${text.slice(span.start, span.end)}${highlightEnd}${text.slice(span.end)}`;
}
