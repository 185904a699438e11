// The paragraph at the end of a text that streams in. Most of what comes are words that can only make it longer, and to lex the blocks at
// the end again for each of them is most of what a delta costs.

import type {MarkedToken, Token, Tokens} from 'marked';

/** A paragraph that more words may follow, and the last of its text. */
export type OpenParagraph = {readonly token: Tokens.Paragraph; readonly last: Tokens.Text};

/**
 * Words that begin no block and no mark-up and end none: without digits after a dot or a dot inside, which may make an address, and
 * without signs other than those of a sentence.
 */
const words = /^(?:[\p{L}\p{N} ,]|[.](?= |$))+$/u;

/** A character after which a mark-up sign or an address cannot go on. */
const settled = /[\p{L}\p{N} ]$/u;

/** A line that begins like this is no list item, heading, rule, quote, table, fence, definition or underline, whatever follows. */
const ordinaryLine = /^\p{L}/u;

/** The paragraph if words can be appended to it as they are, else `null`. */
export function openParagraph(block: Token): OpenParagraph | null {
	const token = block as MarkedToken;
	if (token.type !== 'paragraph' || !ordinaryLine.test(token.raw.slice(token.raw.lastIndexOf('\n') + 1))) {
		return null;
	}

	const last = token.tokens.at(-1) as MarkedToken | undefined;
	const isOpen =
		last?.type === 'text' &&
		!last.tokens &&
		last.text === last.raw &&
		settled.test(last.text) &&
		token.raw === token.text;
	return isOpen ? {token, last} : null;
}

/** The paragraph with `added` at its end as the lexer would read it, or `null` where only the lexer can tell. */
export function growParagraph({token, last}: OpenParagraph, added: string): Tokens.Paragraph | null {
	if (!words.test(added)) {
		return null;
	}

	const text = last.text + added;
	return {
		...token,
		raw: token.raw + added,
		text: token.text + added,
		tokens: [...token.tokens.slice(0, -1), {...last, raw: text, text}],
	};
}
