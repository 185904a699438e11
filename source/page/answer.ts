import type {BlockSnapshot} from '../messages/message-snapshot.js';
import {passagesOf} from '../messages/text-passages.js';
import {type BlockElement, createBlockElement} from './block-element.js';
import {make} from './make.js';

/** The content blocks of an answer. */
export type Answer = {
	/** Shows the blocks and highlights what is new since `before`. Returns the highlighted element, or `null` if there is none. */
	show(blocks: readonly BlockSnapshot[], before: readonly BlockSnapshot[]): HTMLElement | null;
};

/** `place` puts the element of a passage into the page. All text blocks of a passage share an element, because they are one text. */
export function createAnswer(place: (passage: HTMLElement) => void): Answer {
	const shown: Array<BlockElement & {readonly type: string; readonly passage: HTMLElement}> = [];
	const add = (type: string, joined: HTMLElement | undefined) => {
		const block = createBlockElement();
		const passage = joined ?? make('div', 'passage');
		passage.classList.toggle('joined', joined !== undefined);
		passage.append(block.element);
		if (joined === undefined) {
			place(passage);
		}

		shown.push({...block, type, passage});
	};
	/** Another attempt may bring other blocks than those shown. */
	const dropFrom = (index: number) => {
		for (const {element, passage} of shown.splice(index)) {
			element.remove();
			if (passage.childElementCount === 0) {
				passage.remove();
			}
		}
	};
	return {
		show(blocks, before) {
			let highlighted: HTMLElement | null = null;
			for (const {first, blocks: together} of passagesOf(blocks)) {
				for (const [offset, block] of together.entries()) {
					const index = first + offset;
					if (shown[index]?.type !== block.type) {
						dropFrom(index);
						add(block.type, offset === 0 ? undefined : shown[index - 1]?.passage);
					}

					highlighted = shown[index]?.show(block, before[index], together.length === 1) ?? highlighted;
				}
			}

			for (const {element} of shown.slice(blocks.length)) {
				element.hidden = true;
			}

			return highlighted;
		},
	};
}
