import {BoundedLexer} from './bounded-lexer.js';

/** One text for each way in which V8 stores strings: it compiles a regular expression for each of them. */
const texts = ['a', '—'] as const;

/**
 * Lets V8 compile the lexer's regular expressions, one in each step. V8 compiles them when they are first used, which takes the first text
 * between 0.1 and 0.3 s in one go. Yields each expression that is ready for one kind of string.
 */
export function* prepareLexer(): Generator<RegExp> {
	for (const text of texts) {
		for (const rule of new BoundedLexer().rules()) {
			const {lastIndex} = rule;
			// V8 interprets the first use and compiles to machine code for the second.
			rule.test(text);
			rule.test(text);
			rule.lastIndex = lastIndex;
			yield rule;
		}
	}
}
