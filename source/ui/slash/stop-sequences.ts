/** Reads typed texts: words, or JSON strings if they contain spaces or newlines. Returns `null` if a quote is not closed. */
export function readStopSequences(text: string): readonly string[] | null {
	const parts = text.match(/"(?:[^"\\]|\\.)*"(?=\s|$)|\S+/g) ?? [];
	const sequences = parts.map(part => (part.startsWith('"') ? readString(part) : part));
	return sequences.every(sequence => sequence !== null && sequence !== '')
		? sequences.filter(sequence => sequence !== null)
		: null;
}

/** Writes texts as they can be typed. */
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
