import type {DeltaSpan} from '../../analysis/delta-span.js';
import type {BlockSnapshot} from '../../messages/message-snapshot.js';
import type {MarkdownLine} from '../../text/markdown/markdown-view.js';
import {paintRow} from '../../text/paint.js';
import {wrapText} from '../../text/wrap-text.js';
import {blockRows} from './block-rows.js';
import type {HistoryLineOptions} from './history-line-options.js';
import {lightMarked, markLit} from './lit-text.js';

/** The lines of a passage of text in which the characters of one delta are lit. */
export function litTextLines(
	raw: string,
	lit: DeltaSpan,
	{width, theme}: HistoryLineOptions,
	litMarkdown: ((text: string) => readonly MarkdownLine[]) | null,
): readonly string[] {
	const text = markLit(raw, lit.start, lit.end);
	const lines = litMarkdown === null ? wrapText(text, width).lines : litMarkdown(text);
	return lightMarked(
		lines.map(line => line.text),
		lit => theme.style(lit, 'lit'),
	);
}

/** Thinking and tool JSON stand open, as they came, so that the place can be seen. */
export function litBlockLines(
	block: BlockSnapshot,
	lit: DeltaSpan,
	{width, theme}: HistoryLineOptions,
): readonly string[] {
	const raw = block.partialJson ?? block.text;
	const gutter = theme.style('│ ', 'line');
	const lines = wrapText(markLit(raw, lit.start, lit.end), width - 2).lines.map(({text}) => text);
	const [head] = blockRows(block, {width, isOpen: true});
	return [
		paintRow(head ?? [], width, theme),
		...lightMarked(lines, lit => theme.style(lit, 'lit')).map(line => gutter + line),
	];
}
