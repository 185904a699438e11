// Lexes like `marked`, but in bounded time for any text.

import {getDefaults, Lexer, type Token, Tokenizer, type Tokens} from 'marked';
import {footnote, footnoteMark} from './footnotes.js';
import {blockMath, inlineMath, startBlockMath} from './math.js';
import {readTable} from './read-table.js';

/** Maximum nesting of quotes and lists, or of emphasis and links. Anything deeper is shown as source text. */
const maxNesting = 50;

/**
 * The number of characters, in addition to a paragraph's length, that may be read to find the ends of emphasis. `marked` reads to the end of
 * the paragraph for every unmatched `*`, which takes minutes for thousands of them.
 */
const maxEffort = 15_000;

export class BoundedLexer extends Lexer {
	readonly #tokenizer: BoundedTokenizer;
	#depth = 0;

	constructor() {
		const tokenizer = new BoundedTokenizer();
		super({
			...getDefaults(),
			tokenizer,
			extensions: {
				renderers: {},
				childTokens: {},
				block: [blockMath, footnote],
				inline: [inlineMath, footnoteMark],
				startBlock: [startBlockMath],
			},
		});
		this.#tokenizer = tokenizer;
	}

	/** True for a block from `lex` that contains blocks nested too deeply. */
	isTooDeep(token: Token): boolean {
		return this.#tokenizer.tooDeep.has(token);
	}

	/** The regular expressions that it reads Markdown with. */
	rules(): readonly RegExp[] {
		const {block, inline, other} = this.#tokenizer.rules;
		return [block, inline, other].flatMap(group =>
			Object.values(group).filter(rule => rule instanceof RegExp),
		);
	}

	override inlineTokens(source: string, tokens: Token[] = []): Token[] {
		if (this.#depth === 0) {
			this.#tokenizer.effort = maxEffort + source.length;
		}

		if (this.#depth >= maxNesting) {
			tokens.push({type: 'text', raw: source, text: source, escaped: false});
			return tokens;
		}

		this.#depth++;
		try {
			return super.inlineTokens(source, tokens);
		} finally {
			this.#depth--;
		}
	}
}

class BoundedTokenizer extends Tokenizer {
	effort = 0;
	readonly tooDeep = new Set<Token>();
	#depth = 0;
	#hasDeeper = false;

	override blockquote(source: string): Tokens.Blockquote | undefined {
		return this.#within(this.rules.block.blockquote.test(source), () => super.blockquote(source));
	}

	override list(source: string): Tokens.List | undefined {
		return this.#within(this.rules.block.list.test(source), () => super.list(source));
	}

	override emStrong(source: string, masked: string, before?: string): Tokens.Em | Tokens.Strong | undefined {
		if (this.effort <= 0 || !/^[*_]/.test(source)) {
			return undefined;
		}

		const token = super.emStrong(source, masked, before);
		this.effort -= token?.raw.length ?? source.length;
		return token;
	}

	override table(source: string): Tokens.Table | undefined {
		return readTable(source, this.rules, text => this.lexer.inline(text));
	}

	/** Ends a text before a dollar sign, where a formula may begin. */
	override inlineText(source: string): Tokens.Text | undefined {
		const token = super.inlineText(source);
		const end = token?.raw.indexOf('$', 1) ?? -1;
		return token === undefined || end === -1
			? token
			: {...token, raw: token.raw.slice(0, end), text: token.raw.slice(0, end)};
	}

	#within<Read extends Token>(begins: boolean, read: () => Read | undefined): Read | undefined {
		if (this.#depth >= maxNesting) {
			this.#hasDeeper ||= begins;
			return undefined;
		}

		this.#depth++;
		try {
			const token = read();
			if (this.#depth === 1 && this.#hasDeeper && token !== undefined) {
				this.tooDeep.add(token);
			}

			return token;
		} finally {
			this.#depth--;
			this.#hasDeeper &&= this.#depth > 0;
		}
	}
}
