import {stringAt} from '../../protocol/json.js';
import type {BlockSnapshot} from '../../protocol/message-snapshot.js';
import {sanitize, sanitizeLine} from '../../terminal/sanitize.js';
import {type WrappedText, wrapText} from '../../terminal/wrap-text.js';
import {promptOf} from '../../trace/conversation.js';
import type {DeltaSpan} from '../../trace/delta-span.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import type {MarkdownLine, MarkdownView} from '../markdown/markdown-view.js';
import {type GrowingMarkdown, growMarkdown, renderMarkdown} from '../markdown/render-markdown.js';
import {paintRow} from '../paint.js';
import {type Row, segment} from '../segment.js';
import type {Theme} from '../theme.js';
import {blockRows, citationCount, citationRows} from './block-rows.js';
import {endingRows} from './ending-rows.js';
import {createLitMarkdown} from './lit-markdown.js';
import {lightMarked, markLit} from './lit-text.js';

export type HistoryLineOptions = {
	readonly width: number;
	readonly theme: Theme;
	readonly isThinkingOpen: boolean;
	/** How Markdown is rendered, or `null` to show it as it was written. */
	readonly markdown: MarkdownView | null;
};

/** The lines of one turn, styled, each at most `width` cells. The characters of `lit` are lit where they belong to the turn. */
export type HistoryLines = (view: ExchangeView, lit: DeltaSpan | null) => readonly string[];

/**
 * Makes the lines of turns. A turn that has not changed is laid out once; of one that grows, only the end is laid out again.
 */
export function createHistoryLines(options: HistoryLineOptions): HistoryLines {
	const {width, theme} = options;
	const known = new WeakMap<ExchangeView, readonly string[]>();
	const textLines = createTextLines(options);
	const litMarkdown = options.markdown === null ? null : createLitMarkdown(options.markdown);
	const paint = (rows: readonly Row[]) => rows.map(row => paintRow(row, width, theme));

	const linesOfBlock = (block: BlockSnapshot, key: string, citations: number): readonly string[] => {
		if (block.type !== 'text') {
			return paint(blockRows(block, {width, isOpen: options.isThinkingOpen}));
		}

		const lines = block.text === '' ? [] : textLines(block, key);
		return [...lines, ...paint(citationRows(block, width, citations + 1))];
	};

	const layOut = (view: ExchangeView, lit: DeltaSpan | null) => [
		...paint(promptRows(view, width)),
		'',
		...paint([answerHead(view)]),
		...separated(view.message?.blocks ?? [], (block, index) =>
			lit?.block === index
				? litLines(block, lit, options, litMarkdown)
				: linesOfBlock(block, `${view.exchange}/${index}`, citationsBefore(view, index)),
		),
		...paint(endingRows(view, width)),
		'',
	];

	// Asked for several times a frame.
	let lately: {
		readonly view: ExchangeView;
		readonly lit: DeltaSpan;
		readonly lines: readonly string[];
	} | null = null;

	return (view, lit) => {
		if (lit?.exchange === view.exchange) {
			const lines = lately?.view === view && lately.lit === lit ? lately.lines : layOut(view, lit);
			lately = {view, lit, lines};
			return lines;
		}

		const lines = known.get(view) ?? layOut(view, null);
		known.set(view, lines);
		return lines;
	};
}

/** The lines of a block in which the characters of one delta are lit. */
function litLines(
	block: BlockSnapshot,
	lit: DeltaSpan,
	{width, theme}: HistoryLineOptions,
	litMarkdown: ((text: string) => readonly MarkdownLine[]) | null,
): readonly string[] {
	const light = (text: string) => theme.style(text, 'lit');
	if (block.type === 'text') {
		const text = markLit(block.text, lit.start, lit.end);
		const lines = litMarkdown === null ? wrapText(text, width).lines : litMarkdown(text);
		return lightMarked(
			lines.map(line => line.text),
			light,
		);
	}

	// Thinking and tool JSON stand open, as they came, so that the place can be seen.
	const raw = block.partialJson ?? block.text;
	const gutter = theme.style('│ ', 'line');
	const lines = wrapText(markLit(raw, lit.start, lit.end), width - 2).lines.map(({text}) => text);
	const [head] = blockRows(block, {width, isOpen: true});
	return [paintRow(head ?? [], width, theme), ...lightMarked(lines, light).map(line => gutter + line)];
}

/** Lines of text blocks. Of a block that grows, what was made before is kept; one that is whole is rendered as a whole. */
function createTextLines({width, markdown}: HistoryLineOptions) {
	const whole = new WeakMap<BlockSnapshot, readonly string[]>();
	const growing = new Map<string, GrowingMarkdown | WrappedText>();

	const grow = (text: string, key: string): readonly string[] => {
		const before = growing.get(key);
		const grown =
			markdown === null
				? wrapText(text, width, before && 'width' in before ? before : undefined)
				: growMarkdown(text, markdown, before && 'view' in before ? before : undefined);
		growing.set(key, grown);
		return grown.lines.map(line => line.text);
	};

	return (block: BlockSnapshot, key: string): readonly string[] => {
		const text = sanitize(block.text);
		if (!block.isClosed) {
			return grow(text, key);
		}

		growing.delete(key);
		const lines =
			whole.get(block) ??
			(markdown === null ? wrapText(text, width).lines : renderMarkdown(text, markdown)).map(
				line => line.text,
			);
		whole.set(block, lines);
		return lines;
	};
}

/** Sources are numbered through the whole answer. */
function citationsBefore(view: ExchangeView, index: number): number {
	return (view.message?.blocks ?? [])
		.slice(0, index)
		.reduce((sum, block) => sum + (block.type === 'text' ? citationCount(block) : 0), 0);
}

/** An empty line stands between text and what is no text. */
function separated(
	blocks: readonly BlockSnapshot[],
	linesOf: (block: BlockSnapshot, index: number) => readonly string[],
): readonly string[] {
	return blocks.flatMap((block, index) => {
		const lines = linesOf(block, index);
		const before = blocks[index - 1];
		const isApart = before !== undefined && (before.type !== 'text' || block.type !== 'text');
		return isApart && lines.length > 0 ? ['', ...lines] : lines;
	});
}

function promptRows(view: ExchangeView, width: number): readonly Row[] {
	return [
		[segment('You', 'user')],
		...wrapText(sanitize(promptOf(view)), width).lines.map(({text}): Row => [segment(text)]),
	];
}

function answerHead(view: ExchangeView): Row {
	const model = sanitizeLine(stringAt(view.message?.fields, 'model'));
	return [segment('Claude', 'assistant'), segment(model === '' ? '' : ` · ${model}`, 'dim')];
}
