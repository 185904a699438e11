import type {DeltaSpan} from '../../analysis/delta-span.js';
import type {BlockSnapshot} from '../../messages/message-snapshot.js';
import type {MarkdownLine} from '../../text/markdown/markdown-view.js';
import {paintRow} from '../../text/paint.js';
import {wrapText} from '../../text/wrap-text.js';
import {blockRows} from './block-rows.js';
import {lightMarked, markHighlight} from './highlighted-text.js';
import type {HistoryLineOptions} from './history-line-options.js';

/** The lines of a passage of text in which the characters of one delta are highlighted. */
export function highlightedTextLines(
	raw: string,
	highlight: DeltaSpan,
	{width, theme}: HistoryLineOptions,
	highlightedMarkdown: ((text: string, codeBefore: number) => readonly MarkdownLine[]) | null,
	codeBefore: number,
): readonly string[] {
	const text = markHighlight(raw, highlight.start, highlight.end);
	const lines =
		highlightedMarkdown === null ? wrapText(text, width).lines : highlightedMarkdown(text, codeBefore);
	return lightMarked(
		lines.map(line => line.text),
		highlight => theme.style(highlight, 'highlight'),
	);
}

/** Thinking and tool JSON are shown unfolded and raw, so that the place is visible. */
export function highlightedBlockLines(
	block: BlockSnapshot,
	highlight: DeltaSpan,
	{width, theme}: HistoryLineOptions,
): readonly string[] {
	const raw = block.partialJson ?? block.text;
	const gutter = theme.style('│ ', 'line');
	const lines = wrapText(markHighlight(raw, highlight.start, highlight.end), width - 2).lines.map(
		({text}) => text,
	);
	const [head] = blockRows(block, {width, isOpen: true});
	return [
		paintRow(head ?? [], width, theme),
		...lightMarked(lines, highlight => theme.style(highlight, 'highlight')).map(line => gutter + line),
	];
}
