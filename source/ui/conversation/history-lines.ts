import {promptOf} from '../../analysis/conversation.js';
import type {DeltaSpan} from '../../analysis/delta-span.js';
import type {BlockSnapshot} from '../../messages/message-snapshot.js';
import {type Passage, passagesOf} from '../../messages/text-passages.js';
import {paintRow} from '../../text/paint.js';
import {sanitize, sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {wrapText} from '../../text/wrap-text.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {fenced} from '../../trace/fence.js';
import {stringAt} from '../../wire/json.js';
import {unreadableRow} from '../screen/unreadable-row.js';
import {blockRows, citationCount, citationRows} from './block-rows.js';
import {endingRows} from './ending-rows.js';
import {highlightedBlockLines, highlightedTextLines} from './highlighted-lines.js';
import {createHighlightedMarkdown} from './highlighted-markdown.js';
import {highlightPlace, type TextPlace} from './highlighted-text.js';
import type {HistoryLineOptions} from './history-line-options.js';
import {passageText} from './passage-text.js';
import {createTextLines} from './text-lines.js';

/** Rows of a prompt that are shown of a longer one; one that is hardly longer is shown whole. */
const maxPrompt = 12;
const slack = 4;

/** A passage of a turn and the lines that show it, [from, to). `isAsItCame` is true where they show its characters in order. */
export type PassageLines = {
	readonly first: number;
	readonly count: number;
	readonly from: number;
	readonly to: number;
	readonly isAsItCame: boolean;
};

export type HistoryLines = {
	/** The lines of one turn, styled, each at most `width` cells. The characters of `highlight` are highlighted where they belong to the turn. */
	of(view: ExchangeView, highlight: DeltaSpan | null): readonly string[];
	/** Which of these lines show which passage. */
	passages(view: ExchangeView, highlight: DeltaSpan | null): readonly PassageLines[];
	/** Where the first character of `highlight` stands in the lines of its passage, or `null` where none of them is shown. */
	placeOf(view: ExchangeView, highlight: DeltaSpan): TextPlace | null;
};

/** A turn that is laid out. */
type Turn = {readonly lines: readonly string[]; readonly passages: readonly PassageLines[]};

type KnownTurn = {readonly view: ExchangeView; readonly highlight: DeltaSpan | null; readonly turn: Turn};

/** True where two views of an exchange have the same lines. A ping makes another view of it, but changes nothing that a turn shows. */
function isSameTurn(before: ExchangeView, now: ExchangeView): boolean {
	return (
		before.message === now.message &&
		before.end === now.end &&
		before.attempts.at(-1)?.request === now.attempts.at(-1)?.request
	);
}

/**
 * Makes the lines of turns. A turn that has not changed is laid out once; of one that grows, only the end is laid out again.
 */
export function createHistoryLines(options: HistoryLineOptions): HistoryLines {
	const {width, theme} = options;
	const known = new Map<number, KnownTurn>();
	const promptLines = new WeakMap<object, readonly string[]>();
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

	const linesOfPrompt = (view: ExchangeView): readonly string[] => {
		const request = view.attempts.at(-1)?.request ?? null;
		const lines =
			(request && promptLines.get(request)) ?? paint(promptRows(view, width, options.isThinkingOpen));
		if (request !== null) {
			promptLines.set(request, lines);
		}

		return lines;
	};

	const linesOfPassage = (
		view: ExchangeView,
		{first, blocks}: Passage<BlockSnapshot>,
		highlight: DeltaSpan | null,
	): readonly string[] => {
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
		const shift = starts[(place?.block ?? first) - first] ?? 0;
		const lines =
			place === null
				? textLines(text, blocks, `${view.exchange}/${first}`, isGrowing(view, first + blocks.length))
				: highlightedTextLines(
						text,
						{...place, start: place.start + shift, end: place.end + shift},
						options,
						highlightedMarkdown,
					);
		return [...lines, ...paint(passageSources(blocks, citations, width))];
	};

	const layOut = (view: ExchangeView, highlight: DeltaSpan | null): Turn => {
		const lines = [...linesOfPrompt(view), '', ...paint([answerHead(view)])];
		const passages: PassageLines[] = [];
		for (const passage of passagesOf(view.message?.blocks ?? [])) {
			const own = linesOfPassage(view, passage, highlight);
			if (own.length > 0) {
				lines.push(...(passages.length === 0 ? [] : ['']));
				passages.push({
					first: passage.first,
					count: passage.blocks.length,
					from: lines.length,
					to: lines.length + own.length,
					isAsItCame: isAsItCame(passage, highlight, options),
				});
				// One by one: the lines of megabytes are more arguments than the stack holds.
				for (const line of own) {
					lines.push(line);
				}
			}
		}

		lines.push(...paint(endingRows(view, width)), '');
		return {lines, passages};
	};

	const turnOf = (view: ExchangeView, highlight: DeltaSpan | null): Turn => {
		const own = highlight?.exchange === view.exchange ? highlight : null;
		const before = known.get(view.exchange);
		if (before !== undefined && before.highlight === own && isSameTurn(before.view, view)) {
			return before.turn;
		}

		const turn = fenced(
			view,
			() => layOut(view, own),
			() => ({lines: [...paint([unreadableRow(view)]), ''], passages: []}),
		);
		known.set(view.exchange, {view, highlight: own, turn});
		return turn;
	};

	return {
		of: (view, highlight) => turnOf(view, highlight).lines,
		passages: (view, highlight) => turnOf(view, highlight).passages,
		placeOf(view, highlight) {
			const passage = passagesOf(view.message?.blocks ?? []).find(
				({first, blocks}) => blocks[highlight.block - first] !== undefined,
			);
			return passage === undefined ? null : highlightPlace(linesOfPassage(view, passage, highlight));
		},
	};
}

/** Tool JSON is laid out anew once it is whole, and thinking is folded, unless something in them is highlighted. */
function isAsItCame(
	{first, blocks: [block]}: Passage<BlockSnapshot>,
	highlight: DeltaSpan | null,
	{isThinkingOpen}: HistoryLineOptions,
): boolean {
	return (
		block?.type === 'text' || highlight?.block === first || (block?.type === 'thinking' && isThinkingOpen)
	);
}

/** True while a passage may still go on: `end` is the index behind its last block. */
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

/** Sources are numbered through the whole answer. */
function citationsBefore(view: ExchangeView, index: number): number {
	return (view.message?.blocks ?? [])
		.slice(0, index)
		.reduce((sum, block) => sum + (block.type === 'text' ? citationCount(block) : 0), 0);
}

/** A prompt whose rows would hide its answer is folded to its beginning. */
function promptRows(view: ExchangeView, width: number, isOpen: boolean): readonly Row[] {
	if (view.attempts.at(-1)?.request.body === null) {
		return [[segment('You', 'user')], [segment('(the capture has no request)', 'dim')]];
	}

	const {lines} = wrapText(sanitize(promptOf(view)), width);
	const isFolded = !isOpen && lines.length > maxPrompt + slack;
	const shown = isFolded ? lines.slice(0, maxPrompt) : lines;
	const hidden = lines.length - shown.length;
	return [
		[segment('You', 'user')],
		...shown.map(({text}): Row => [segment(text)]),
		...(isFolded ? [[segment(`▸ ${hidden.toLocaleString('en-US')} more lines · t unfolds`, 'dim')]] : []),
	];
}

function answerHead(view: ExchangeView): Row {
	const model = sanitizeLine(stringAt(view.message?.fields, 'model'));
	return [segment('Claude', 'assistant'), segment(model === '' ? '' : ` · ${model}`, 'dim')];
}
