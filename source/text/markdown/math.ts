// Formulas in Markdown, which `marked` does not know: it would take their backslashes and asterisks for its own.

import type {TokenizerExtensionFunction, TokenizerStartFunction, Tokens} from 'marked';
import {formulaEnvironments} from './formula-environments.js';

/** A formula. `text` is its LaTeX without delimiters. A block has the lines to itself. */
export type MathToken = Tokens.Generic & {readonly type: 'math'; readonly text: string};

/** An open one ends at the next empty line, so that a stray `$$` takes no more than its paragraph. */
const block =
	/^ {0,3}(?:\$\$((?:(?!\$\$|\n[ \t]*\n)[\s\S])+)\$\$|\\\[((?:(?!\\\]|\n[ \t]*\n)[\s\S])+)\\\])[ \t]*(?=\n|$)/;
const openBlock = /^ {0,3}(?:\$\$|\\\[)(?:(?!\n[ \t]*\n)[\s\S])*/;

/** `\begin{align}` needs no signs around it. */
const environmentNames = formulaEnvironments.map(name => name.replace('*', '\\*')).join('|');
const environment = new RegExp(
	`^ {0,3}(\\\\begin\\{(${environmentNames})\\}(?:(?!\\\\end\\{\\2\\}|\\n[ \\t]*\\n)[^])*(?:\\\\end\\{\\2\\})?)`,
);

/**
 * As in Pandoc, there is no space inside the dollar signs and no digit after them: `$5 or $6` is an amount of money. Code is no part of a
 * formula. `\[1\]` may be a bracket that is escaped.
 */
const inline =
	/^(?:\$\$((?:(?!\$\$)[^\n]){1,2000})\$\$|\$(?![\s$])((?:\\.|[^$\\\n`]){0,2000}(?:\\.|[^$\\\s`]))\$(?!\d)|\\\(((?:(?!\\\))[\s\S]){1,2000})\\\)|\\\[((?:(?!\\\])[\s\S]){1,2000})\\\])/;

/** Formulas between `$$`, or between `\[` and `\]`, with whole lines to themselves. */
export const blockMath: TokenizerExtensionFunction = source => {
	const match = block.exec(source);
	if (match !== null) {
		return {type: 'math', raw: match[0], text: (match[1] ?? match[2] ?? '').trim()};
	}

	const named = environment.exec(source);
	if (named !== null) {
		return {type: 'math', raw: named[0], text: named[1] ?? ''};
	}

	const open = openBlock.exec(source);
	return open === null || /^ {0,3}(?:\$\$.*\$\$|\\\[.*\\\])./.test(open[0])
		? undefined
		: {type: 'math', raw: open[0], text: ''};
};

/** Where a line of the paragraph begins a block of math. */
export const startBlockMath: TokenizerStartFunction = source => {
	const end = source.indexOf('\n\n');
	const at = (end === -1 ? source : source.slice(0, end)).search(/\n {0,3}(?:\$\$|\\\[|\\begin\{)/);
	return at === -1 ? undefined : at + 1;
};

/** Formulas between `$`, between `$$` in one line, or between `\(` and `\)`. */
export const inlineMath: TokenizerExtensionFunction = source => {
	const match = inline.exec(source);
	const bracketed = match?.[4];
	if (match === null || (bracketed !== undefined && !/^\s|[\\^_=]/.test(bracketed))) {
		return undefined;
	}

	if (match[2] !== undefined && isProse(match[2])) {
		return undefined;
	}

	return {type: 'math', raw: match[0], text: (match[1] ?? match[2] ?? match[3] ?? bracketed ?? '').trim()};
};

/** Words without a sign of mathematics between dollar signs are prices or names: `$10 each, or 20$`, `$HOME$PATH`. */
function isProse(text: string): boolean {
	return /\p{L}{3}/u.test(text) && !/[\\^_={}]/.test(text);
}
