import {chunkEnds, chunkLength} from './chunk-ends.js';
import type {TextSpan} from './gained-span.js';
import {make} from './make.js';

/** A text in an element of its own. */
export type ChunkedText = {
	readonly element: HTMLElement;
	/** Shows a text and highlights a part of it. Returns the highlighted element, or `null` if there is none. */
	show(text: string, highlight: TextSpan | null): HTMLElement | null;
};

export function createChunkedText(): ChunkedText {
	const plain = createPlainText();
	const mark = make('mark');
	const rest = document.createTextNode('');
	return {
		element: plain.element,
		show(text, highlight) {
			mark.remove();
			rest.remove();
			// Text as long as a book is not highlighted.
			if (highlight === null || text.length - highlight.start > chunkLength) {
				plain.show(text);
				return null;
			}

			plain.show(text.slice(0, highlight.start));
			mark.textContent = text.slice(highlight.start, highlight.end);
			rest.data = text.slice(highlight.end);
			(plain.element.lastElementChild ?? plain.element).append(mark, rest);
			return mark;
		},
	};
}

/** Writes only the chunks that changed, so growing text costs only what is new. */
function createPlainText(): {readonly element: HTMLElement; show(text: string): void} {
	const element = make('div', 'content');
	const chunks: HTMLElement[] = [];
	let shown = '';
	let shownEnds: readonly number[] = [];
	return {
		element,
		show(text) {
			const ends = chunkEnds(text);
			const same = text.startsWith(shown) ? shown.length : shown.startsWith(text) ? text.length : 0;
			for (const chunk of chunks.splice(ends.length)) {
				chunk.remove();
			}

			for (const [index, end] of ends.entries()) {
				if (end === shownEnds[index] && end <= same) {
					continue;
				}

				const chunk = chunks[index] ?? element.appendChild(make('div', 'chunk'));
				chunk.textContent = text.slice(ends[index - 1] ?? 0, end);
				chunks[index] = chunk;
			}

			element.classList.toggle('long', chunks.length > 8);
			shown = text;
			shownEnds = ends;
		},
	};
}
