// Renders Markdown as styled lines, complete or while it streams.
//
// New text can change the last block and the one before it (a paragraph may turn out to be the next item of a list). So while text streams in,
// all but the last two blocks are frozen, and only the rest is lexed and laid out again. Only a link definition reaches further back, and the
// complete rendering at the end takes care of that.

import {type Block, type LexPoint, type Links, lexBlocks, pointAt, textStart} from './lex-blocks.js';
import type {MarkdownLine, MarkdownView} from './markdown-view.js';
import {growParagraph, openParagraph} from './open-paragraph.js';
import {renderBlock} from './render-block.js';
import {growFence, isOpenFence, type OpenFence, openFence} from './render-code.js';

/** The number of blocks at the end that may still change. */
const unsettledBlocks = 2;

/**
 * Markdown that is still growing, and its lines. The `frozen` lines come from the text before `point` and no longer change. `fence` is the open
 * fence at the end of the text, if there is one, with the lines before it. `paragraph` is the last block if it is a paragraph, with the lines
 * before it.
 */
export type GrowingMarkdown = {
	readonly text: string;
	readonly view: MarkdownView;
	readonly lines: readonly MarkdownLine[];
	readonly frozen: readonly MarkdownLine[];
	readonly point: LexPoint;
	readonly fence: (OpenFence & {readonly before: readonly MarkdownLine[]}) | null;
	readonly paragraph: {readonly block: Block; readonly before: readonly MarkdownLine[]} | null;
};

/** Renders complete, sanitised Markdown. `codeBefore` code blocks of the same answer come before it. */
export function renderMarkdown(text: string, view: MarkdownView, codeBefore = 0): readonly MarkdownLine[] {
	return appendBlocks([], lexBlocks(text, {...textStart, codeBefore}), view);
}

/**
 * Renders sanitised Markdown that is still arriving. With `previous`, the rendering of a prefix of `text` in the same view, only the end is
 * rendered again. Otherwise, for example after a resize, all of it is.
 */
export function growMarkdown(
	text: string,
	view: MarkdownView,
	previous?: GrowingMarkdown,
	codeBefore = 0,
): GrowingMarkdown {
	const from =
		previous?.view === view && text.slice(0, previous.text.length) === previous.text
			? previous
			: {
					text: '',
					view,
					lines: [],
					frozen: [],
					point: {...textStart, codeBefore},
					fence: null,
					paragraph: null,
				};
	if (from === previous && from.text.length === text.length) {
		return previous;
	}

	return growOpenFence(from, text) ?? growOpenParagraph(from, text) ?? growBlocks(from, text);
}

function growOpenFence(from: GrowingMarkdown, text: string): GrowingMarkdown | null {
	const grown = from.fence && growFence(from.fence, text, from.view);
	if (!from.fence || !grown) {
		return null;
	}

	const {before} = from.fence;
	return {...from, text, lines: before.concat(grown.lines), fence: {...grown.fence, before}};
}

function growOpenParagraph(from: GrowingMarkdown, text: string): GrowingMarkdown | null {
	const open = from.paragraph && openParagraph(from.paragraph.block.token);
	const token = open && growParagraph(open, text.slice(from.text.length));
	if (!from.paragraph || !token) {
		return null;
	}

	const {block, before} = from.paragraph;
	return {...from, text, ...withParagraph({...block, token}, before, from.view)};
}

function withParagraph(
	block: Block,
	before: readonly MarkdownLine[],
	view: MarkdownView,
): Pick<GrowingMarkdown, 'lines' | 'fence' | 'paragraph'> {
	return {lines: before.concat(blockLines(block, view)), fence: null, paragraph: {block, before}};
}

function growBlocks(from: GrowingMarkdown, text: string): GrowingMarkdown {
	const {view} = from;
	const blocks = lexBlocks(text, from.point);
	const count = settledCount(blocks);
	const settled = blocks.slice(0, count);
	const next = blocks[count];
	const frozen = appendBlocks(from.frozen, settled, view);
	const point = next ? pointAt(next, addLinks(from.point.links, settled)) : from.point;
	const grown = {text, view, frozen, point, paragraph: null};

	const last = blocks.at(-1);
	const before = (block: Block): readonly MarkdownLine[] => {
		const others = appendBlocks(frozen, blocks.slice(count, -1), view);
		return others.length > 0 ? others.concat(emptyLine(block)) : others;
	};

	if (last?.token.type === 'code' && isOpenFence(last.token.raw) && last.token.raw.includes('\n')) {
		const fence = {...openFence(text, last.start, last.codeBefore + 1, view), before: before(last)};
		const withFence = growOpenFence({...grown, lines: fence.before, fence}, text);
		if (withFence) {
			return withFence;
		}
	}

	return last?.token.type === 'paragraph' && !last.isJoined
		? {...grown, ...withParagraph(last, before(last), view)}
		: {...grown, lines: appendBlocks(frozen, blocks.slice(count), view), fence: null};
}

/** The number of blocks that are followed by at least two others. Space between blocks does not count. */
function settledCount(blocks: readonly Block[]): number {
	const solid = blocks.flatMap(({token}, index) => (token.type === 'space' ? [] : [index]));
	return solid.at(-unsettledBlocks) ?? 0;
}

function addLinks(links: Links, blocks: readonly Block[]): Links {
	const added = {...links};
	for (const {token} of blocks) {
		if (token.type === 'def') {
			added[token.tag] ??= {href: token.href, title: token.title};
		}
	}

	return added;
}

function appendBlocks(
	before: readonly MarkdownLine[],
	blocks: readonly Block[],
	view: MarkdownView,
): readonly MarkdownLine[] {
	const lines: MarkdownLine[] = [];
	for (const block of blocks) {
		const own = blockLines(block, view);
		if (own.length > 0 && !block.isJoined && before.length + lines.length > 0) {
			lines.push(emptyLine(block));
		}

		for (const line of own) {
			lines.push(line);
		}
	}

	return lines.length > 0 ? before.concat(lines) : before;
}

function blockLines(block: Block, view: MarkdownView): readonly MarkdownLine[] {
	return renderBlock(block, view).map(({text, start, end}) => ({
		text,
		start: block.start + start,
		end: block.start + end,
	}));
}

function emptyLine({start}: Block): MarkdownLine {
	return {text: '', start, end: start};
}
