import {arrived} from '../../analysis/arrived.js';
import {deltaSpan} from '../../analysis/delta-span.js';
import type {BlockSnapshot} from '../../messages/message-snapshot.js';
import {sanitize} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {wrapText} from '../../text/wrap-text.js';
import {exchangeIn} from '../../trace/fold-trace.js';
import type {Trace} from '../../trace/trace.js';
import type {Size} from '../screen/layout.js';

/** The text, thinking or tool JSON of one block as far as it has come. The characters from `start` on are what the newest event brought. */
export type TextSoFar = {readonly text: string; readonly start: number};

/** The text of the block that the event at a position belongs to, up to this event; without a block of its own, that of the last block with a text. */
export function textSoFar(trace: Trace, position: number): TextSoFar {
	const view = exchangeIn(trace.viewAt(position + 1), trace.at(position)?.exchange ?? -1);
	const blocks = view?.message?.blocks ?? [];
	const span = deltaSpan(trace, position);
	const own = arrived(trace.at(position))?.index ?? null;
	const text =
		own === null ? (blocks.map(textOf).findLast(words => words !== '') ?? '') : textOf(blocks[own]);
	return {text, start: span === null ? text.length : Math.max(0, text.length - (span.end - span.start))};
}

function textOf(block: BlockSnapshot | undefined): string {
	return block === undefined ? '' : (block.partialJson ?? block.text);
}

/** More of one paragraph is not wrapped to find its last lines. */
const longestParagraph = 4000;

/** The last lines of a text, as many as there is room for, with the newest piece highlighted. Always `height` rows. */
export function textSoFarRows({text, start}: TextSoFar, {width, height}: Size): readonly Row[] {
	if (height < 1) {
		return [];
	}

	const from = paragraphStart(text, Math.max(0, start - width * height));
	const before = sanitize(text.slice(from, start));
	const shown = before + sanitize(text.slice(start));
	const {lines} = wrapText(shown, width);
	const rows = lines.slice(-height).map((line): Row => {
		const cut = Math.max(0, Math.min(line.text.length, before.length - line.start));
		return [segment(line.text.slice(0, cut)), segment(line.text.slice(cut), 'highlight')].filter(
			part => part.text !== '',
		);
	});
	return [...rows, ...Array.from({length: height - rows.length}, (): Row => [])];
}

/** The beginning of the paragraph at an offset, so that lines do not break anew with each event. */
function paragraphStart(text: string, offset: number): number {
	const start = text.lastIndexOf('\n', offset - 1) + 1;
	return offset - start > longestParagraph ? offset : start;
}
