// Shows a part of a line of code, for code that is scrolled sideways instead of wrapped.

import {textWidth} from '../text-width.js';
import {highlightEnd, highlightStart} from './highlight-markers.js';
import {plainText, type Span} from './spans.js';

const segmenter = new Intl.Segmenter();
const printableAscii = /^[\u0020-\u007E]*$/;

/** A part of a line, styled. `before` and `after` are the cells that are not shown at its sides. */
export type CodePart = {readonly text: string; readonly before: number; readonly after: number};

/** The width of a line of code. Highlight markers take no cell. */
export function codeWidth(spans: readonly Span[]): number {
	return textWidth(plainText(spans).replaceAll(highlightStart, '').replaceAll(highlightEnd, ''));
}

/** The cells [column, column + width) of a line. Half of a wide character is shown as a space. Highlight markers are kept, wherever they are. */
export function cutCode(spans: readonly Span[], column: number, width: number): CodePart {
	const end = column + width;
	let cells = 0;
	let painted = '';
	for (const {text, paint} of spans) {
		let shown = '';
		if (printableAscii.test(text)) {
			shown = text.slice(Math.max(0, column - cells), Math.max(0, end - cells));
			cells += text.length;
		} else {
			for (const {segment} of segmenter.segment(text)) {
				const size = textWidth(segment);
				const inside = Math.min(cells + size, end) - Math.max(cells, column);
				const isMarker = segment === highlightStart || segment === highlightEnd;
				shown += isMarker || (inside === size && inside >= 0) ? segment : ' '.repeat(Math.max(0, inside));
				cells += size;
			}
		}

		painted += shown === '' ? '' : paint(shown);
	}

	return {text: painted, before: Math.min(column, cells), after: Math.max(0, cells - end)};
}
