/** Returns as many `x` as the text has UTF-16 units. */
export function maskText(text: string): string {
	return 'x'.repeat(text.length);
}

const literals = ['true', 'false', 'null'];

/**
 * Masks JSON that arrives in pieces and keeps its shape and lengths: valid JSON stays valid. Characters of strings become `x`, digits
 * become `1`, and brackets, literals and spaces stay. Anything that is not JSON becomes `x`.
 */
export function createJsonMask(): (piece: string) => string {
	let isString = false;
	let isEscaped = false;
	/** The bare word or number that is being read. */
	let bare = '';

	const inString = (character: string) => {
		if (isEscaped || character !== '"') {
			isEscaped = !isEscaped && character === '\\';
			return 'x';
		}

		isString = false;
		return '"';
	};

	const outside = (character: string) => {
		if (/[\s{}[\],:"]/.test(character)) {
			isString = character === '"';
			bare = '';
			return character;
		}

		bare += character;
		if (/^-?[\d.eE+-]*$/.test(bare)) {
			return /\d/.test(character) ? '1' : character;
		}

		return literals.some(literal => literal.startsWith(bare)) ? character : 'x';
	};

	return piece =>
		piece
			.split('')
			.map(character => (isString ? inString(character) : outside(character)))
			.join('');
}
