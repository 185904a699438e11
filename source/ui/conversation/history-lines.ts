import type {DeltaSpan} from '../../analysis/delta-span.js';
import {fallbackWords} from '../../messages/api-remarks.js';
import type {BlockSnapshot} from '../../messages/message-snapshot.js';
import {type Passage, passagesOf} from '../../messages/text-passages.js';
import {paintRow} from '../../text/paint.js';
import type {Row} from '../../text/segment.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {fenced} from '../../trace/fence.js';
import {unreadableRow} from '../screen/unreadable-row.js';
import {endingRows} from './ending-rows.js';
import {highlightPlace, type TextPlace} from './highlighted-text.js';
import type {HistoryLineOptions} from './history-line-options.js';
import {createPassageLines} from './passage-lines.js';
import {remarkRows} from './remark-rows.js';
import {answerHead, turnHead} from './turn-head.js';

/** A passage of a turn and the lines that show it, [from, to). `isAsItCame` is true if they show its characters in order. */
export type PassageLines = {
	readonly first: number;
	readonly count: number;
	readonly from: number;
	readonly to: number;
	readonly isAsItCame: boolean;
};

export type HistoryLines = {
	/** The lines of one turn, styled, each at most `width` cells. The characters of `highlight` are highlighted if they belong to the turn. */
	of(view: ExchangeView, highlight: DeltaSpan | null): readonly string[];
	/** How many of these lines, from the first on, show the prompt. */
	promptLength(view: ExchangeView, highlight: DeltaSpan | null): number;
	/** Which of these lines show which passage. */
	passages(view: ExchangeView, highlight: DeltaSpan | null): readonly PassageLines[];
	/** The place of the first character of `highlight` in the lines of its passage, or `null` if none is shown. */
	placeOf(view: ExchangeView, highlight: DeltaSpan): TextPlace | null;
};

/** A laid-out turn. */
type Turn = {
	readonly lines: readonly string[];
	readonly promptLength: number;
	readonly passages: readonly PassageLines[];
};

type KnownTurn = {readonly view: ExchangeView; readonly highlight: DeltaSpan | null; readonly turn: Turn};

/**
 * The length, in UTF-16 units, up to which a place in an answer is highlighted. The longest answers of today's models have about that many. To
 * highlight a place, all the text before it is laid out again, which would take seconds for the ten megabytes of a million deltas.
 */
const maxHighlighted = 600_000;

/** True if two views of an exchange have the same lines. A ping makes a new view but changes nothing that a turn shows. */
function isSameTurn(before: ExchangeView, now: ExchangeView): boolean {
	return (
		before.message === now.message &&
		before.end === now.end &&
		before.attempts.at(-1)?.request === now.attempts.at(-1)?.request
	);
}

const noRow: Row = [];

/** Makes the lines of turns. An unchanged turn is laid out once. For a growing turn, only the end is laid out again. */
export function createHistoryLines(options: HistoryLineOptions): HistoryLines {
	const {width, theme} = options;
	const known = new Map<number, KnownTurn>();
	const promptLines = new WeakMap<object, readonly string[]>();
	const linesOfPassage = createPassageLines(options);
	const paint = (rows: readonly Row[]) => rows.map(row => paintRow(row, width, theme));

	const linesOfPrompt = (view: ExchangeView): readonly string[] => {
		const request = view.attempts.at(-1)?.request ?? null;
		const lines =
			(request && promptLines.get(request)) ?? paint(turnHead(view, width, options.isThinkingOpen));
		if (request !== null) {
			promptLines.set(request, lines);
		}

		return lines;
	};

	const layOut = (view: ExchangeView, highlight: DeltaSpan | null): Turn => {
		const prompt = linesOfPrompt(view);
		const head = paint(answerHead(view, options));
		const lines = [...prompt, ...head];
		// Notes stand apart from the answer below them.
		const hasNotes = head.length > 1;
		const passages: PassageLines[] = [];
		for (const passage of passagesOf(view.message?.blocks ?? [])) {
			const own = linesOfPassage(view, passage, highlight);
			if (own.length > 0) {
				lines.push(...(passages.length === 0 && !hasNotes ? [] : ['']));
				passages.push({
					first: passage.first,
					count: passage.blocks.length,
					from: lines.length,
					to: lines.length + own.length,
					isAsItCame: isAsItCame(passage, highlight, options),
				});
				// One by one: megabytes of text have more lines than a call may have arguments.
				for (const line of own) {
					lines.push(line);
				}
			}
		}

		lines.push(...paint(closingRows(view, width)), '');
		return {lines, promptLength: prompt.findLastIndex(line => line.trim() !== '') + 1, passages};
	};

	const turnOf = (view: ExchangeView, highlight: DeltaSpan | null): Turn => {
		const isShown = highlight?.exchange === view.exchange && view.contentLength <= maxHighlighted;
		const own = isShown ? highlight : null;
		const before = known.get(view.exchange);
		if (before !== undefined && before.highlight === own && isSameTurn(before.view, view)) {
			return before.turn;
		}

		const turn = fenced(
			view,
			() => layOut(view, own),
			() => ({lines: [...paint([unreadableRow(view)]), ''], promptLength: 0, passages: []}),
		);
		known.set(view.exchange, {view, highlight: own, turn});
		return turn;
	};

	return {
		of: (view, highlight) => turnOf(view, highlight).lines,
		promptLength: (view, highlight) => turnOf(view, highlight).promptLength,
		passages: (view, highlight) => turnOf(view, highlight).passages,
		placeOf(view, highlight) {
			const passage = passagesOf(view.message?.blocks ?? []).find(
				({first, blocks}) => blocks[highlight.block - first] !== undefined,
			);
			return passage === undefined || view.contentLength > maxHighlighted
				? null
				: highlightPlace(linesOfPassage(view, passage, highlight));
		},
	};
}

/** What stands below an answer: remarks of the API and how it ended, after an empty row. */
function closingRows(view: ExchangeView, width: number): readonly Row[] {
	// The head or a block has named the fallback.
	const later = view.remarks.filter(
		({source, text}) => source !== 'message_start' && !text.startsWith(fallbackWords),
	);
	const notes = [...remarkRows(later, width), ...endingRows(view, width)];
	return notes.length === 0 ? [] : [noRow, ...notes];
}

/** Complete tool JSON is laid out again, and thinking is folded, unless something in them is highlighted. */
function isAsItCame(
	{first, blocks: [block]}: Passage<BlockSnapshot>,
	highlight: DeltaSpan | null,
	{isThinkingOpen}: HistoryLineOptions,
): boolean {
	return (
		block?.type === 'text' || highlight?.block === first || (block?.type === 'thinking' && isThinkingOpen)
	);
}
