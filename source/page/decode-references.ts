/** The names that models write. The page has no table of all 2,231, and trusts no parser with markup, so any other name stays as it is. */
const names: ReadonlyMap<string, string> = new Map(
	Object.entries({
		amp: '&',
		lt: '<',
		gt: '>',
		quot: '"',
		apos: "'",
		nbsp: '\u00A0',
		copy: '©',
		reg: '®',
		trade: '™',
		deg: '°',
		hellip: '…',
		mdash: '—',
		ndash: '–',
		lsquo: '‘',
		rsquo: '’',
		ldquo: '“',
		rdquo: '”',
		laquo: '«',
		raquo: '»',
		times: '×',
		middot: '·',
		bull: '•',
		larr: '←',
		rarr: '→',
		euro: '€',
	}),
);

/** Decodes HTML character references once, so `&amp;lt;` becomes `&lt;`. */
export function decodeReferences(text: string): string {
	return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (reference, decimal, hex, name) =>
		name === undefined
			? characterOf(Number.parseInt(decimal ?? hex, decimal === undefined ? 16 : 10))
			: (names.get(name) ?? reference),
	);
}

function characterOf(code: number): string {
	const isCharacter = code > 0 && code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff);
	return isCharacter ? String.fromCodePoint(code) : '\uFFFD';
}
