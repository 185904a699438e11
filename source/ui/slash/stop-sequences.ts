/** Texts as they are typed: words, or JSON strings where they hold spaces or newlines. `null` where a quote does not close. */
export function readStopSequences(text: string): readonly string[] | null {
	const parts = text.match(/"(?:[^"\\]|\\.)*"(?=\s|$)|\S+/g) ?? [];
	const sequences = parts.map(part => (part.startsWith('"') ? readString(part) : part));
	return sequences.every(sequence => sequence !== null && sequence !== '')
		? sequences.filter(sequence => sequence !== null)
		: null;
}

/** The same texts as they can be typed. */
export function showStopSequences(sequences: readonly string[]): string {
	return sequences.map(sequence => JSON.stringify(sequence)).join(' ');
}

function readString(literal: string): string | null {
	try {
		const value: unknown = JSON.parse(literal);
		return typeof value === 'string' ? value : null;
	} catch {
		return null;
	}
}
