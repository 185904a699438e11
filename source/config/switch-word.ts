const words: ReadonlyMap<string, boolean> = new Map([
	...['on', 'true', 'yes', '1'].map(word => [word, true] as const),
	...['off', 'false', 'no', '0'].map(word => [word, false] as const),
]);

/** Reads a switch as people write it in a variable. Any other text is returned as it is, and is then refused. */
export function switchWord(text: string): boolean | string {
	return words.get(text.toLowerCase()) ?? text;
}
