import type {BlockSnapshot} from '../../messages/message-snapshot.js';
import {citationCount} from './block-rows.js';

/** The text of a passage of text blocks. `starts` has the offset at which each block's text begins. */
export type PassageText = {
	readonly text: string;
	readonly starts: readonly number[];
};

/**
 * Joins text blocks. Each complete block that cites sources is followed by their numbers, which continue from `citations`. `isMarkdown`
 * keeps Markdown from reading them as links. While the last block grows, the text grows at its end only.
 */
export function passageText(
	blocks: readonly BlockSnapshot[],
	citations: number,
	isMarkdown: boolean,
): PassageText {
	let text = '';
	let number = citations;
	const starts: number[] = [];
	for (const block of blocks) {
		starts.push(text.length);
		const first = number + 1;
		number += citationCount(block);
		text += block.isClosed ? withNumbers(block.text, first, number, isMarkdown) : block.text;
	}

	return {text, starts};
}

/** The numbers go before the white space at the end. After a code fence they would keep it from closing. */
function withNumbers(text: string, first: number, last: number, isMarkdown: boolean): string {
	const words = text.trimEnd();
	if (last < first || words === '' || /(?:`{3}|~{3})$/.test(words)) {
		return text;
	}

	const numbers = Array.from({length: last - first + 1}, (_, index) =>
		isMarkdown ? `\\[${first + index}\\]` : `[${first + index}]`,
	);
	return `${words} ${numbers.join('')}${text.slice(words.length)}`;
}
