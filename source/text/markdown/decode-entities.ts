// Character references of HTML. The lexer decodes some of the numeric ones and leaves the rest to a browser.

const named: ReadonlyMap<string, string> = new Map(
	Object.entries({
		...{
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
		},
		...{
			hellip: '…',
			mdash: '—',
			ndash: '–',
			lsquo: '‘',
			rsquo: '’',
			ldquo: '“',
			rdquo: '”',
			laquo: '«',
			raquo: '»',
		},
		...{
			bull: '•',
			middot: '·',
			sect: '§',
			para: '¶',
			times: '×',
			divide: '÷',
			plusmn: '±',
			minus: '−',
			frac12: '½',
		},
		...{
			larr: '←',
			rarr: '→',
			uarr: '↑',
			darr: '↓',
			harr: '↔',
			le: '≤',
			ge: '≥',
			ne: '≠',
			asymp: '≈',
			infin: '∞',
		},
		...{
			euro: '€',
			pound: '£',
			yen: '¥',
			cent: '¢',
			check: '✓',
			lbrace: '{',
			rbrace: '}',
			lbrack: '[',
			rbrack: ']',
		},
	}),
);

const reference = /&(?:#(\d{1,7})|#[xX]([\dA-Fa-f]{1,6})|([A-Za-z]\w{1,9}));/g;

/** Decodes once, so `&amp;lt;` is `&lt;`; an unknown name stays as it is. The result may hold any character: sanitise it. */
export function decodeEntities(text: string): string {
	if (!text.includes('&')) {
		return text;
	}

	return text.replace(reference, (whole, decimal?: string, hex?: string, name?: string) => {
		if (name !== undefined) {
			return named.get(name) ?? whole;
		}

		const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10);
		return code === 0 || code > 0x10_ff_ff ? '\uFFFD' : String.fromCodePoint(code);
	});
}
