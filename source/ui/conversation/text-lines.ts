import type {BlockSnapshot} from '../../messages/message-snapshot.js';
import {type GrowingMarkdown, growMarkdown, renderMarkdown} from '../../text/markdown/render-markdown.js';
import {sanitize} from '../../text/sanitize.js';
import {type WrappedText, wrapText} from '../../text/wrap-text.js';
import type {HistoryLineOptions} from './history-line-options.js';

/**
 * Makes the lines of passages. For a growing passage, earlier lines are kept. A complete passage is rendered as a whole. `codeBefore` code blocks
 * of the same answer come before it.
 */
export function createTextLines({width, markdown}: HistoryLineOptions) {
	const whole = new WeakMap<BlockSnapshot, readonly string[]>();
	const growing = new Map<string, GrowingMarkdown | WrappedText>();

	const grow = (text: string, key: string, codeBefore: number): readonly string[] => {
		const before = growing.get(key);
		const grown =
			markdown === null
				? wrapText(text, width, before && 'width' in before ? before : undefined)
				: growMarkdown(text, markdown, before && 'view' in before ? before : undefined, codeBefore);
		growing.set(key, grown);
		return grown.lines.map(line => line.text);
	};

	return (
		raw: string,
		blocks: readonly BlockSnapshot[],
		key: string,
		isGrowing: boolean,
		codeBefore: number,
	): readonly string[] => {
		const last = blocks.at(-1);
		if (raw === '' || last === undefined) {
			return [];
		}

		if (isGrowing) {
			return grow(sanitize(raw), key, codeBefore);
		}

		growing.delete(key);
		const known = whole.get(last);
		if (known !== undefined) {
			return known;
		}

		const text = sanitize(raw);
		const lines = (
			markdown === null ? wrapText(text, width).lines : renderMarkdown(text, markdown, codeBefore)
		).map(line => line.text);
		whole.set(last, lines);
		return lines;
	};
}
