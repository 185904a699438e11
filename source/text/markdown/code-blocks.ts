import {codeTokens, lexBlocks} from './lex-blocks.js';

/** The code blocks of a Markdown text in the order in which they are numbered, without their fences. Each ends with a newline. */
export function codeBlocks(text: string): readonly string[] {
	return lexBlocks(text).flatMap(({token}) => codeTokens(token).map(code => `${code.text}\n`));
}
