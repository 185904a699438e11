// LaTeX formulas as characters, as far as there are characters for them.

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

class Unconvertible extends Error {}

/**
 * Returns the formula in Unicode, one line for each line of an aligned formula: `x_1^2 \le \frac{a}{b}` becomes `x₁² ≤ a/b`. Returns `null` if
 * anything in it has no characters, since a formula that is half converted can say something else.
 */
export function latexToUnicode(source: string): string | null {
	if (source.length > maxLength) {
		return null;
	}

	try {
		const reader = {tokens: source.match(tokens) ?? [], at: 0};
		const text = sequence(reader, null, 0);
		return text
			.split('\n')
			.map(line => line.replace(/ {3,}/g, '  ').trim())
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

/** Converts up to the token `until`, or to the end for `null`. */
function sequence(reader: Reader, until: string | null, depth: number): string {
	let text = '';
	for (;;) {
		const token = reader.tokens[reader.at];
		if (token === undefined) {
			return until === null ? text : refuse();
		}

		if (token === until) {
			reader.at++;
			return text;
		}

		text = token === '^' || token === '_' ? text + script(reader, depth) : text + atom(reader, depth);
	}
}

/** One command with its arguments, one group, or one character. */
function atom(reader: Reader, depth: number): string {
	if (depth > maxDepth) {
		return refuse();
	}

	const token = reader.tokens[reader.at++];
	if (token === undefined || token === '}' || token === '$' || token === '^' || token === '_') {
		return refuse();
	}

	if (token === '{') {
		return sequence(reader, '}', depth + 1);
	}

	if (token === '&') {
		// Marks where the lines of an aligned formula meet.
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
		case '\\':
			return '\n';
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

	return atom(reader, depth + 1);
}

/** In parentheses unless it is one term, so that `\frac{a+b}{c}` is not read as `a + b/c`. */
function factor(text: string): string {
	const plain = text.trim();
	return /^[\p{L}\p{N}\p{M}.∞√⁰-₎ᵃ-ᶿ′]+$/u.test(plain) || /^[(|][^()|]*[)|]$/.test(plain)
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

const aligned = new Set([
	'aligned',
	'align',
	'align*',
	'gathered',
	'gather',
	'gather*',
	'equation',
	'equation*',
	'split',
	'cases',
]);

function environment(reader: Reader, depth: number): string {
	const name = nameInBraces(reader);
	if (!aligned.has(name)) {
		return refuse();
	}

	let text = '';
	for (;;) {
		if (reader.tokens[reader.at] === '\\end') {
			reader.at++;
			return nameInBraces(reader) === name ? `${name === 'cases' ? '{ ' : ''}${text}` : refuse();
		}

		const token = reader.tokens[reader.at];
		text += token === '^' || token === '_' ? script(reader, depth) : atom(reader, depth + 1);
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
