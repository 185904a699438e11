// LaTeX formulas as characters, as far as there are characters for them.

import {beside, type FormulaCells, layOutCells} from './latex-rows.js';
import {
	doubleStruck,
	latexAccents,
	latexFonts,
	latexSilent,
	latexSymbols,
	negated,
	subscripts,
	superscripts,
} from './latex-symbols.js';

/** A formula longer or nested deeper than this is not converted. */
const maxLength = 2000;
const maxDepth = 20;

/** A command, a group sign, or one character. */
const tokens = /\\[A-Za-z]+\*?|\\[^A-Za-z]|\s+|[\s\S]/gu;

/** The space that a line end or a rule of a table may ask for, which a terminal has no fractions of. */
const spacing = /(?<=\\\\)\[[\d.]+(?:pt|em|ex|mm|cm)\]|\\hline\b/g;

class Unconvertible extends Error {}

/**
 * Returns the formula in Unicode: `x_1^2 \le \frac{a}{b}` becomes `x₁² ≤ a/b`. Aligned lines, cases and matrices have several lines. Returns
 * `null` if anything in it has no characters, since a formula that is half converted can say something else.
 */
export function latexToUnicode(source: string): string | null {
	if (source.length > maxLength) {
		return null;
	}

	try {
		const reader = {tokens: source.replace(spacing, '').match(tokens) ?? [], at: 0};
		const lines = [''];
		while (reader.at < reader.tokens.length) {
			lines.push(sequence(reader, lineEnd, 0));
		}

		return lines
			.map(tidy)
			.filter(line => line !== '')
			.join('\n');
	} catch (error) {
		if (error instanceof Unconvertible) {
			return null;
		}

		throw error;
	}
}

type Reader = {readonly tokens: readonly string[]; at: number};

const lineEnd = '\\\\';

/** Rows that belong together keep their blanks. */
function tidy(line: string): string {
	return line.includes('\n') ? line.replace(/ +$/gm, '') : line.replace(/ {3,}/g, '  ').trim();
}

/** Converts up to the token `until`. The end of the formula also ends a line. */
function sequence(reader: Reader, until: string, depth: number): string {
	let text = '';
	for (;;) {
		const token = reader.tokens[reader.at];
		if (token === undefined) {
			return until === lineEnd ? text : refuse();
		}

		if (token === until) {
			reader.at++;
			return text;
		}

		text = beside(text, scriptOrAtom(reader, depth));
	}
}

function scriptOrAtom(reader: Reader, depth: number): string {
	const token = reader.tokens[reader.at];
	return token === '^' || token === '_' ? script(reader, depth) : atom(reader, depth);
}

/** One command with its arguments, one group, or one character. */
function atom(reader: Reader, depth: number): string {
	if (depth > maxDepth) {
		return refuse();
	}

	const token = reader.tokens[reader.at++];
	if (token === undefined || token === lineEnd || ['}', '$', '^', '_'].includes(token)) {
		return refuse();
	}

	if (token === '{') {
		return sequence(reader, '}', depth + 1);
	}

	if (token === '&') {
		// Marks where the lines of a formula meet, and means nothing in a single one.
		return '';
	}

	if (token === '~' || token.trim() === '') {
		return ' ';
	}

	return token.startsWith('\\') ? command(token.slice(1), reader, depth) : token;
}

function command(name: string, reader: Reader, depth: number): string {
	const symbol = latexSymbols.get(name);
	if (symbol !== undefined) {
		// `\partial x` is one term.
		const isBeforeLetter =
			reader.tokens[reader.at] === ' ' && /^\p{L}$/u.test(reader.tokens[reader.at + 1] ?? '');
		reader.at += symbol === '∂' && isBeforeLetter ? 1 : 0;
		return symbol;
	}

	if (latexSilent.has(name)) {
		// `\left.` is an invisible delimiter.
		reader.at += reader.tokens[reader.at] === '.' ? 1 : 0;
		return '';
	}

	if (latexFonts.has(name) || name === 'operatorname*') {
		return argument(reader, depth);
	}

	const accent = latexAccents.get(name);
	if (accent !== undefined) {
		const letters = argument(reader, depth);
		return [...letters].length === 1 ? (letters + accent).normalize('NFC') : refuse();
	}

	switch (name) {
		case ',':
		case ':':
		case ';':
		case ' ':
			return ' ';
		case '!':
			return '';
		case '{':
		case '}':
		case '$':
		case '%':
		case '&':
		case '#':
		case '_':
			return name;
		case '|':
			return '‖';
		case 'frac':
		case 'dfrac':
		case 'tfrac':
			return `${factor(argument(reader, depth))}/${factor(argument(reader, depth))}`;
		case 'binom':
			return `C(${argument(reader, depth)}, ${argument(reader, depth)})`;
		case 'sqrt':
			return root(reader, depth);
		case 'mathbb':
			return mapped(argument(reader, depth), doubleStruck) ?? refuse();
		case 'not':
			return mapped(argument(reader, depth), negated) ?? refuse();
		case 'pmod':
			return ` (mod ${argument(reader, depth)})`;
		case 'begin':
			return environment(reader, depth);
		default:
			return refuse();
	}
}

function argument(reader: Reader, depth: number): string {
	while (reader.tokens[reader.at]?.trim() === '') {
		reader.at++;
	}

	const text = atom(reader, depth + 1);
	return text.includes('\n') ? refuse() : text;
}

/** In parentheses unless it is one term, so that `\frac{a+b}{c}` is not read as `a + b/c`. */
function factor(text: string): string {
	const plain = text.trim();
	return /^[\p{L}\p{N}\p{M}.∞√∂∇⁰-₎ᵃ-ᶿ′]+$/u.test(plain) || /^[(|][^()|]*[)|]$/.test(plain)
		? plain
		: `(${plain})`;
}

function root(reader: Reader, depth: number): string {
	let degree = '√';
	if (reader.tokens[reader.at] === '[') {
		reader.at++;
		const order = sequence(reader, ']', depth + 1);
		degree =
			order === '2'
				? '√'
				: order === '3'
					? '∛'
					: order === '4'
						? '∜'
						: `${mapped(order, superscripts) ?? refuse()}√`;
	}

	return degree + factor(argument(reader, depth));
}

/** `^` or `_` with what follows. What has no small characters is set in parentheses: `e^(−x²/σ)`. */
function script(reader: Reader, depth: number): string {
	const sign = reader.tokens[reader.at++] ?? '';
	if (reader.tokens[reader.at] === '\\circ') {
		reader.at++;
		return sign === '^' ? '°' : refuse();
	}

	const text = argument(reader, depth).trim();
	const small = mapped(text, sign === '^' ? superscripts : subscripts);
	return small ?? sign + ([...text].length === 1 ? text : `(${text})`);
}

function environment(reader: Reader, depth: number): string {
	const name = nameInBraces(reader);
	if (name === 'array') {
		// The alignment of its columns.
		nameInBraces(reader);
	}

	const cells: FormulaCells = [['']];
	for (;;) {
		const token = reader.tokens[reader.at];
		if (token === '\\end') {
			reader.at++;
			return nameInBraces(reader) === name ? (layOutCells(name, cells) ?? refuse()) : refuse();
		}

		const row = cells.at(-1) ?? [];
		if (token === '&') {
			reader.at++;
			row.push('');
		} else if (token === lineEnd) {
			reader.at++;
			cells.push(['']);
		} else {
			row.push(beside(row.pop() ?? '', scriptOrAtom(reader, depth + 1)));
		}
	}
}

function nameInBraces(reader: Reader): string {
	let name = '';
	if (reader.tokens[reader.at++] !== '{') {
		return refuse();
	}

	for (let token = reader.tokens[reader.at++]; token !== '}'; token = reader.tokens[reader.at++]) {
		name += token ?? refuse();
	}

	return name;
}

function mapped(text: string, images: ReadonlyMap<string, string>): string | null {
	let image = '';
	for (const character of text) {
		const next = images.get(character);
		if (next === undefined) {
			return null;
		}

		image += next;
	}

	return image;
}

function refuse(): never {
	throw new Unconvertible('no characters for this formula');
}
