import type {DeltaSpan} from '../../analysis/delta-span.js';
import type {BlockSnapshot} from '../../messages/message-snapshot.js';
import {type Passage, passagesOf} from '../../messages/text-passages.js';
import {codeBlocks} from '../../text/markdown/code-blocks.js';
import {paintRow} from '../../text/paint.js';
import {sanitize} from '../../text/sanitize.js';
import type {Row} from '../../text/segment.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {blockRows, citationCount, citationRows} from './block-rows.js';
import {highlightedBlockLines, highlightedTextLines} from './highlighted-lines.js';
import {createHighlightedMarkdown} from './highlighted-markdown.js';
import type {HistoryLineOptions} from './history-line-options.js';
import {passageText} from './passage-text.js';
import {createTextLines} from './text-lines.js';

/** Makes the lines of a passage of a turn, in which the characters of `highlight` are highlighted. */
export type LinesOfPassage = (
	view: ExchangeView,
	passage: Passage<BlockSnapshot>,
	highlight: DeltaSpan | null,
) => readonly string[];

/** Unchanged passages are laid out once. For growing text, only the end is laid out again. */
export function createPassageLines(options: HistoryLineOptions): LinesOfPassage {
	const {width, theme} = options;
	const blockLines = new WeakMap<BlockSnapshot, readonly string[]>();
	const textLines = createTextLines(options);
	const highlightedMarkdown = options.markdown === null ? null : createHighlightedMarkdown(options.markdown);
	const paint = (rows: readonly Row[]) => rows.map(row => paintRow(row, width, theme));

	/** A block that has not changed is painted once. */
	const linesOfBlock = (block: BlockSnapshot): readonly string[] => {
		const lines = blockLines.get(block) ?? paint(blockRows(block, {width, isOpen: options.isThinkingOpen}));
		blockLines.set(block, lines);
		return lines;
	};

	return (view, {first, blocks}, highlight) => {
		const [block] = blocks;
		if (block === undefined) {
			return [];
		}

		const place = highlight !== null && blocks[highlight.block - first] !== undefined ? highlight : null;
		if (block.type !== 'text') {
			return place === null ? linesOfBlock(block) : highlightedBlockLines(block, place, options);
		}

		const citations = citationsBefore(view, first);
		const {text, starts} = passageText(blocks, citations, options.markdown !== null);
		const codeBefore = options.markdown === null ? 0 : codeBlocksBefore(view, first);
		const shift = starts[(place?.block ?? first) - first] ?? 0;
		const lines =
			place === null
				? textLines(
						text,
						blocks,
						`${view.exchange}/${first}`,
						isGrowing(view, first + blocks.length),
						codeBefore,
					)
				: highlightedTextLines(
						text,
						{...place, start: place.start + shift, end: place.end + shift},
						options,
						highlightedMarkdown,
						codeBefore,
					);
		return [...lines, ...paint(passageSources(blocks, citations, width))];
	};
}

/** True while a passage may still grow. `end` is the index after its last block. */
function isGrowing({message, end}: ExchangeView, index: number): boolean {
	return end === null && index === message?.blocks.length;
}

/** The sources that a passage cites. */
function passageSources(blocks: readonly BlockSnapshot[], citations: number, width: number): readonly Row[] {
	let first = citations + 1;
	return blocks.flatMap(block => {
		const rows = citationRows(block, width, first);
		first += citationCount(block);
		return rows;
	});
}

/** Sources are numbered across the whole answer. */
function citationsBefore(view: ExchangeView, index: number): number {
	return (view.message?.blocks ?? [])
		.slice(0, index)
		.reduce((sum, block) => sum + (block.type === 'text' ? citationCount(block) : 0), 0);
}

const codeBlockCounts = new WeakMap<BlockSnapshot, number>();

/** Code blocks are numbered across the whole answer, too. The passages before this one are complete, so each is counted once. */
function codeBlocksBefore(view: ExchangeView, index: number): number {
	return passagesOf((view.message?.blocks ?? []).slice(0, index)).reduce((sum, {blocks}) => {
		const last = blocks.at(-1);
		if (last?.type !== 'text') {
			return sum;
		}

		const count =
			codeBlockCounts.get(last) ?? codeBlocks(sanitize(blocks.map(({text}) => text).join(''))).length;
		codeBlockCounts.set(last, count);
		return sum + count;
	}, 0);
}
