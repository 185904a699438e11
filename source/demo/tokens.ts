/**
 * A rough tokenizer: a word of up to seven letters with the space before it, up to three digits, a run of spaces, or a single character.
 * English prose has a little over four characters per token. The tokens joined are the text.
 */
export function tokenize(text: string): string[] {
	return text.match(/ ?\p{Script=Latin}{1,7}|\d{1,3}|\s+|[^\s]/gu) ?? [];
}

export function countTokens(text: string): number {
	return tokenize(text).length;
}
