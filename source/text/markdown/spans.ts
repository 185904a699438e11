// Text in pieces of one style each, laid out in styled lines.

import {textWidth} from '../text-width.js';
import {wrapCode} from '../wrap-code.js';
import {type WrappedLine, wrapText} from '../wrap-text.js';
import type {Paint} from './markdown-view.js';

/** `text` is sanitised. */
export type Span = {readonly text: string; readonly paint: Paint};

/** A styled line and its width in cells. */
export type StyledLine = {readonly text: string; readonly width: number};

/** Lays out spans as running text and keeps newlines. */
export function wrapSpans(spans: readonly Span[], width: number): readonly StyledLine[] {
	return paintLines(spans, wrapText(plainText(spans), width).lines);
}

/** Lays out the spans of one line of code. From the second row on, rows have `next` cells. */
export function wrapCodeSpans(spans: readonly Span[], width: number, next = width): readonly StyledLine[] {
	return paintLines(spans, wrapCode(plainText(spans), width, next));
}

/** The characters of the spans. */
export function plainText(spans: readonly Span[]): string {
	return spans.map(span => span.text).join('');
}

/** The width of the spans' widest line, in cells. */
export function spansWidth(spans: readonly Span[]): number {
	return plainText(spans)
		.split('\n')
		.reduce((widest, line) => Math.max(widest, textWidth(line)), 0);
}

/** `lines` are consecutive in the joined text of `spans`, so one walk over the spans paints them all. */
function paintLines(spans: readonly Span[], lines: readonly WrappedLine[]): readonly StyledLine[] {
	let index = 0;
	let spanStart = 0;
	return lines.map(line => {
		let painted = '';
		for (let span = spans[index]; span; span = spans[index]) {
			const spanEnd = spanStart + span.text.length;
			const piece = line.text.slice(Math.max(0, spanStart - line.start), Math.max(0, spanEnd - line.start));
			painted += piece === '' ? '' : span.paint(piece);
			if (spanEnd >= line.end) {
				break;
			}

			spanStart = spanEnd;
			index++;
		}

		return {text: painted, width: textWidth(line.text)};
	});
}
