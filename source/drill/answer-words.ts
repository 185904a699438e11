/** A word of a drill's answer: letters and two digits, such as `heron07`. Line breaks and Markdown leave it whole, so that it can be found in any output. */
const answerWord = /\b[a-z]{3,8}\d{2}\b/g;

/** How often each word of an answer stands in a text. */
export function countAnswerWords(text: string): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const [word] of text.matchAll(answerWord)) {
		counts.set(word, (counts.get(word) ?? 0) + 1);
	}

	return counts;
}

/** The words of any other text, each once. Which of them a client says by itself is not known, so they are not counted. */
export function plainWords(text: string): ReadonlySet<string> {
	return new Set(text.match(/[\p{L}\p{N}]+/gu));
}
