import type {BlockSnapshot} from '../messages/message-snapshot.js';
import {blockText} from './block-text.js';
import {createChunkedText} from './chunked-text.js';
import {gainedSpan} from './gained-span.js';
import {make} from './make.js';
import {createMarkdownElement} from './markdown-element.js';

/** A longer text is shown as it is, because rendering it for each event would take too long. In UTF-16 units. */
const longest = 20_000;

/** One content block of an answer. */
export type BlockElement = {
	readonly element: HTMLElement;
	/**
	 * Shows the block and highlights what an event added to it. `isAlone` means that its text is not joined with that of other blocks. Returns the
	 * highlighted element, or `null` if there is none.
	 */
	show(block: BlockSnapshot, before: BlockSnapshot | undefined, isAlone: boolean): HTMLElement | null;
};

export function createBlockElement(): BlockElement {
	const element = make('div');
	const heading = make('div', 'kind');
	const content = createChunkedText();
	const markdown = createMarkdownElement();
	element.append(heading, content.element, markdown.element);
	let settled: BlockSnapshot | null = null;
	let wasAlone = true;
	return {
		element,
		show(block, before, isAlone) {
			element.hidden = false;
			if (block === settled && block === before && isAlone === wasAlone) {
				return null;
			}

			settled = block === before ? block : null;
			wasAlone = isAlone;
			const now = blockText(block);
			element.className = `block ${now.form}`;
			element.classList.toggle('current', block !== before);
			heading.hidden = now.heading === '';
			heading.textContent = now.heading;
			const gained =
				block === before ? null : gainedSpan(before === undefined ? null : blockText(before), now);
			const plain = content.show(now.text + now.sources, gained);
			const isMarkdown = now.form === 'text' && isAlone && now.sources === '' && now.text.length <= longest;
			element.classList.toggle('markdown', isMarkdown);
			if (!isMarkdown) {
				return plain;
			}

			const rendered = markdown.show(now.text, gained);
			return document.body.classList.contains('source')
				? plain
				: (rendered ?? (plain === null ? null : element));
		},
	};
}
