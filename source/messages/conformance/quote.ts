const longest = 60;

/** A value from the wire for use in a message: as JSON, cut where it is long. */
export function quote(value: unknown): string {
	const text = JSON.stringify(typeof value === 'string' ? value.slice(0, longest) : value) ?? 'nothing';
	const isCut = text.length > longest || (typeof value === 'string' && value.length > longest);
	return isCut ? `${text.slice(0, longest)}…` : text;
}
