import type {BlockSnapshot} from '../../messages/message-snapshot.js';
import {citationCount} from './block-rows.js';

/** What a passage of text blocks says; `starts` has for each of its blocks where that block's text begins. */
export type PassageText = {
	readonly text: string;
	readonly starts: readonly number[];
};

/**
 * Joins text blocks. Behind each whole one that cites sources stand their numbers, which go on from `citations`; `isMarkdown` keeps
 * Markdown from taking them for links. While the last block grows, so does the text, at its end only.
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

/** The numbers stand before the white space at the end. Behind a fence they would keep it from closing. */
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
