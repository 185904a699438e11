import {highlightStart} from '../../text/markdown/highlight-markers.js';
import type {MarkdownLine, MarkdownView} from '../../text/markdown/markdown-view.js';
import {type GrowingMarkdown, growMarkdown, renderMarkdown} from '../../text/markdown/render-markdown.js';

/** A text up to this length is rendered as a whole, in a few milliseconds. */
const shortText = 16_384;
/** The distance between prefixes whose rendering is kept. */
const distance = 8192;

/**
 * Renders Markdown with one marked place, in steps through a long text: everything well before the mark is rendered once. A long text is
 * rendered as if it were still growing, so a link definition applies only after its own place.
 */
export function createHighlightedMarkdown(
	view: MarkdownView,
): (text: string, codeBefore: number) => readonly MarkdownLine[] {
	const marked: MarkdownView = {...view, style: {...view.style, hasHighlights: true}};
	let kept: readonly GrowingMarkdown[] = [];

	const growTo = (text: string, codeBefore: number): GrowingMarkdown | undefined => {
		let near = kept.findLast(({text: prefix}) => prefix.length <= text.length);
		if (near !== undefined && !text.startsWith(near.text)) {
			near = undefined;
		}

		// A longer prefix may belong to another text.
		kept = kept.filter(({text: prefix}) => near !== undefined && prefix.length <= near.text.length);
		for (let length = (near?.text.length ?? 0) + distance; length <= text.length; length += distance) {
			near = growMarkdown(text.slice(0, length), marked, near, codeBefore);
			kept = [...kept, near];
		}

		return near;
	};

	return (text, codeBefore) => {
		if (text.length <= shortText) {
			return renderMarkdown(text, marked, codeBefore);
		}

		const mark = text.indexOf(highlightStart);
		const near = growTo(mark === -1 ? text : text.slice(0, mark), codeBefore);
		return growMarkdown(text, marked, near, codeBefore).lines;
	};
}
