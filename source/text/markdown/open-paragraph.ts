// The paragraph at the end of a streaming text. Most deltas are words that only make it longer, and lexing the last blocks again for each of
// them would be most of a delta's cost.

import type {MarkedToken, Token, Tokens} from 'marked';

/** A paragraph that can take more words, and its last text token. */
export type OpenParagraph = {readonly token: Tokens.Paragraph; readonly last: Tokens.Text};

/**
 * Words that neither begin nor end a block or markup. Excludes digits after a dot and dots inside a word, which may form an address, and all
 * signs except those of a sentence.
 */
const words = /^(?:[\p{L}\p{N} ,]|[.](?= |$))+$/u;

/** A character that no markup sign or address can continue across. */
const settled = /[\p{L}\p{N} ]$/u;

/** A line that begins like this is not a list item, heading, rule, quote, table, fence, definition or underline, whatever follows. */
const ordinaryLine = /^\p{L}/u;

/** Returns the paragraph if words can simply be appended to it, else `null`. */
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

/** Returns the paragraph with `added` at its end as the lexer would read it, or `null` if only the lexer can tell. */
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
