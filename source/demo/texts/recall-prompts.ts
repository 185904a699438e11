/** Tells what the user asked before, as far as the request's conversation shows it. */
export function recallPrompts(earlier: readonly string[]): string {
	if (earlier.length === 0) {
		return 'Nothing yet: this is the first message of the conversation. Each request carries the whole conversation, and this one carries only what you just wrote.';
	}

	const list = earlier.map((prompt, index) => `${index + 1}. ${quoteLine(prompt)}`).join('\n');
	return `Before this message you wrote:\n\n${list}\n\nI know it because the request carried it: the API keeps no conversation, so each request sends all of it again.`;
}

/** A prompt on one line, short enough to be quoted. */
export function quoteLine(prompt: string): string {
	const characters = [...prompt.replace(/\s+/g, ' ').trim()];
	return characters.length > 160 ? `${characters.slice(0, 159).join('')}…` : characters.join('');
}
