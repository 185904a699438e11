// Formulas in Markdown, which `marked` does not know: it would take their backslashes and asterisks for its own.

import type {TokenizerExtensionFunction, TokenizerStartFunction, Tokens} from 'marked';

/** A formula. `text` is its LaTeX without delimiters. A block has the lines to itself. */
export type MathToken = Tokens.Generic & {readonly type: 'math'; readonly text: string};

/** An open one ends at the next empty line, so that a stray `$$` takes no more than its paragraph. */
const block =
	/^ {0,3}(?:\$\$((?:(?!\$\$|\n[ \t]*\n)[\s\S])+)\$\$|\\\[((?:(?!\\\]|\n[ \t]*\n)[\s\S])+)\\\])[ \t]*(?=\n|$)/;
const openBlock = /^ {0,3}(?:\$\$|\\\[)(?:(?!\n[ \t]*\n)[\s\S])*/;

/**
 * As in Pandoc, there is no space inside the dollar signs and no digit after them: `$5 or $6` is an amount of money. `\[1\]` may be a bracket
 * that is escaped.
 */
const inline =
	/^(?:\$\$((?:(?!\$\$)[^\n]){1,2000})\$\$|\$(?![\s$])((?:\\.|[^$\\\n]){0,2000}(?:\\.|[^$\\\s]))\$(?!\d)|\\\(((?:(?!\\\))[\s\S]){1,2000})\\\)|\\\[((?:(?!\\\])[\s\S]){1,2000})\\\])/;

/** Formulas between `$$`, or between `\[` and `\]`, with whole lines to themselves. */
export const blockMath: TokenizerExtensionFunction = source => {
	const match = block.exec(source);
	if (match !== null) {
		return {type: 'math', raw: match[0], text: (match[1] ?? match[2] ?? '').trim()};
	}

	const open = openBlock.exec(source);
	return open === null || /^ {0,3}(?:\$\$.*\$\$|\\\[.*\\\])./.test(open[0])
		? undefined
		: {type: 'math', raw: open[0], text: ''};
};

/** Where a line of the paragraph begins a block of math. */
export const startBlockMath: TokenizerStartFunction = source => {
	const end = source.indexOf('\n\n');
	const at = (end === -1 ? source : source.slice(0, end)).search(/\n {0,3}(?:\$\$|\\\[)/);
	return at === -1 ? undefined : at + 1;
};

/** Formulas between `$`, between `$$` in one line, or between `\(` and `\)`. */
export const inlineMath: TokenizerExtensionFunction = source => {
	const match = inline.exec(source);
	const bracketed = match?.[4];
	if (match === null || (bracketed !== undefined && !/^\s|[\\^_=]/.test(bracketed))) {
		return undefined;
	}

	return {type: 'math', raw: match[0], text: (match[1] ?? match[2] ?? match[3] ?? bracketed ?? '').trim()};
};
