import type {BlockSnapshot} from '../messages/message-snapshot.js';
import {blockText} from './block-text.js';
import {createChunkedText} from './chunked-text.js';
import {gainedSpan} from './gained-span.js';
import {make} from './make.js';

/** One content block of an answer. */
export type BlockElement = {
	readonly element: HTMLElement;
	/** Shows the block and highlights what an event added to it. Returns the highlighted element, or `null` if there is none. */
	show(block: BlockSnapshot, before: BlockSnapshot | undefined): HTMLElement | null;
};

export function createBlockElement(): BlockElement {
	const element = make('div');
	const heading = make('div', 'kind');
	const content = createChunkedText();
	element.append(heading, content.element);
	let settled: BlockSnapshot | null = null;
	return {
		element,
		show(block, before) {
			element.hidden = false;
			if (block === settled && block === before) {
				return null;
			}

			settled = block === before ? block : null;
			const now = blockText(block);
			element.className = `block ${now.form}`;
			element.classList.toggle('current', block !== before);
			heading.hidden = now.heading === '';
			heading.textContent = now.heading;
			const gained =
				block === before ? null : gainedSpan(before === undefined ? null : blockText(before), now);
			return content.show(now.text + now.sources, gained);
		},
	};
}
