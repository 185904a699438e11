// Lays out one line of code or data in rows. It breaks only at the width, so every space is kept.

import {textWidth} from './text-width.js';
import type {WrappedLine} from './wrap-text.js';

const segmenter = new Intl.Segmenter();
const printableAscii = /^[\u0020-\u007E]*$/;

/**
 * Cuts `text`, which is sanitised and has no newlines, into rows of at most `width` cells (at least 1). Returns at least one row. A character
 * too wide for a row is shown as `…`.
 */
export function chopText(text: string, width: number): readonly WrappedLine[] {
	const cells = Math.max(1, Math.floor(width));
	if (printableAscii.test(text)) {
		const rows = Math.max(1, Math.ceil(text.length / cells));
		return Array.from({length: rows}, (_, row) => {
			const start = row * cells;
			const end = Math.min(text.length, start + cells);
			return {text: text.slice(start, end), start, end};
		});
	}

	const lines: WrappedLine[] = [];
	let start = 0;
	let used = 0;
	const flush = (end: number) => {
		if (end > start) {
			lines.push({text: text.slice(start, end), start, end});
		}

		start = end;
		used = 0;
	};

	for (const {segment, index} of segmenter.segment(text)) {
		const size = textWidth(segment);
		if (used + size > cells) {
			flush(index);
		}

		if (size > cells) {
			start = index + segment.length;
			lines.push({text: '…', start: index, end: start});
		} else {
			used += size;
		}
	}

	flush(text.length);
	return lines;
}
