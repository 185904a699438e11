// The top-level blocks of Markdown, with their positions in the source. Each list item is a block of its own, so that a long list settles item
// by item while it streams.

import type {Lexer, MarkedToken, Token, Tokens} from 'marked';
import {BoundedLexer} from './bounded-lexer.js';

/** The addresses from link definitions, by label. */
export type Links = Lexer['tokens']['links'];

/**
 * A block, the offset of its source, and the number of code blocks before it. No empty line is shown before a joined block. A list is a list
 * with one item.
 */
export type Block = {
	readonly token: Token;
	readonly start: number;
	readonly isJoined: boolean;
	readonly codeBefore: number;
};

/**
 * Where to continue in a text whose beginning is done: the offset `start`, and the link definitions found so far. The text before it determines
 * whether the block there is joined, or is a list item numbered `listNumber`.
 */
export type LexPoint = {
	readonly start: number;
	readonly links: Links;
	readonly isJoined: boolean;
	readonly listNumber: number | null;
	/** The number of code blocks before it. */
	readonly codeBefore: number;
};

export const textStart: LexPoint = {start: 0, links: {}, isJoined: false, listNumber: null, codeBefore: 0};

/**
 * Lexes `text` from a point on. A block that is nested too deeply, or text that the lexer gives up on, becomes one paragraph of unparsed
 * text.
 */
export function lexBlocks(text: string, from: LexPoint = textStart): readonly Block[] {
	let start = from.start;
	let {isJoined, codeBefore} = from;
	let before: Token | undefined;
	return lex(text.slice(from.start), from.links).flatMap(token => {
		isJoined ||= before?.type === 'list' && token.type === 'list';
		const number = before ? null : from.listNumber;
		const block = {token, start, isJoined, codeBefore};
		const blocks = isList(token) ? listItems(token, block, number) : [block];
		codeBefore += codeTokens(token).length;
		start += token.raw.length;
		isJoined = false;
		before = token;
		return blocks;
	});
}

/** The point at which `block` begins, given the `links` known before it. */
export function pointAt({token, start, isJoined, codeBefore}: Block, links: Links): LexPoint {
	return {
		start,
		links,
		isJoined,
		codeBefore,
		listNumber: isList(token) && token.ordered ? Number(token.start) : null,
	};
}

function lex(source: string, links: Links): readonly Token[] {
	try {
		const lexer = new BoundedLexer();
		Object.assign(lexer.tokens.links, links);
		return lexer
			.lex(source)
			.map(token => (lexer.isTooDeep(token) ? {type: 'unread', raw: token.raw} : token));
	} catch {
		return [{type: 'unread', raw: source}];
	}
}

function isList(token: Token): token is Tokens.List {
	return token.type === 'list';
}

function listItems(list: Tokens.List, whole: Block, number: number | null): readonly Block[] {
	const first = number ?? Number(list.start);
	let {start, isJoined, codeBefore} = whole;
	return list.items.map((item, index) => {
		const token = {...list, raw: item.raw, start: list.ordered ? first + index : list.start, items: [item]};
		const block: Block = {token, start, isJoined, codeBefore};
		start += item.raw.length;
		isJoined = !endsWithEmptyLine(item);
		codeBefore += codeTokens(token).length;
		return block;
	});
}

/** The code blocks in a block, in order. */
export function codeTokens(block: Token): readonly Tokens.Code[] {
	const token = block as MarkedToken;
	switch (token.type) {
		case 'code':
			return [token];
		case 'list':
			return token.items.flatMap(item => item.tokens.flatMap(codeTokens));
		case 'blockquote':
			return token.tokens.flatMap(codeTokens);
		default:
			return [];
	}
}

/** An empty line is shown only where the source has one, so that the first one does not spread out the whole list. */
export function endsWithEmptyLine(item: Tokens.ListItem): boolean {
	return /\n[ \t]*\n\s*$/.test(item.raw);
}
