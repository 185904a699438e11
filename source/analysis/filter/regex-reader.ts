import {
	type CodeTest,
	characterTest,
	isNewline,
	isWord,
	regexClasses,
	regexControls,
} from './regex-characters.js';
import type {Instruction} from './regex-program.js';

/** An expression that cannot be compiled. The message is for the person who typed it. */
export class RegexError extends Error {}

/** A part of a regular expression. A repetition without `max` has no upper limit. */
export type RegexNode =
	| {readonly kind: 'step'; readonly step: Instruction}
	| {readonly kind: 'sequence'; readonly nodes: readonly RegexNode[]}
	| {readonly kind: 'either'; readonly nodes: readonly RegexNode[]}
	| {
			readonly kind: 'repeat';
			readonly node: RegexNode;
			readonly min: number;
			readonly max: number | null;
	  };

/** Reads a regular expression, once. */
export class RegexReader {
	readonly #source: string;
	readonly #ignoresCase: boolean;
	readonly #hasDotAll: boolean;
	#at = 0;

	constructor(source: string, flags: string) {
		this.#source = source;
		this.#ignoresCase = flags.includes('i');
		this.#hasDotAll = flags.includes('s');
	}

	/** Reads the whole expression. Throws a `RegexError`. */
	read(): RegexNode {
		const node = this.#either();
		return this.#at < this.#source.length ? fail('There is a ) without its (.') : node;
	}

	#either(): RegexNode {
		const nodes = [this.#sequence()];
		while (this.#sign() === '|') {
			this.#at++;
			nodes.push(this.#sequence());
		}

		return {kind: 'either', nodes};
	}

	#sequence(): RegexNode {
		const nodes: RegexNode[] = [];
		while (this.#at < this.#source.length && this.#sign() !== '|' && this.#sign() !== ')') {
			nodes.push(this.#repeated());
		}

		return {kind: 'sequence', nodes};
	}

	#repeated(): RegexNode {
		const node = this.#atom();
		const found = /^(?:[*+?]|\{(\d{1,4})(,(\d{1,4})?)?\})/.exec(this.#rest());
		if (found === null) {
			return node;
		}

		const [written, least = '0', comma, most] = found;
		// A lazy repetition finds the same texts.
		this.#at += written.length + (this.#rest()[written.length] === '?' ? 1 : 0);
		if (/^(?:[*+?]|\{\d)/.test(this.#rest())) {
			fail(`There is nothing to repeat before ${JSON.stringify(this.#sign())}.`);
		}

		const min = written === '+' ? 1 : Number(least);
		const isOpen = written === '*' || written === '+' || (comma !== undefined && most === undefined);
		const max = isOpen ? null : written === '?' ? 1 : Number(most ?? least);
		return max !== null && max < min
			? fail('A repetition counts upwards, as in {2,5}.')
			: {kind: 'repeat', node, min, max};
	}

	#atom(): RegexNode {
		const sign = this.#sign();
		switch (sign) {
			case '(': {
				return this.#group();
			}

			case '[': {
				return this.#class();
			}

			case '\\': {
				return this.#escape();
			}

			case '*':
			case '+':
			case '?': {
				return fail(`There is nothing to repeat before ${JSON.stringify(sign)}.`);
			}

			default: {
				this.#at++;
				return sign === '.' ? this.#dot() : sign === '^' || sign === '$' ? end(sign) : this.#literal(sign);
			}
		}
	}

	#dot(): RegexNode {
		const hasAll = this.#hasDotAll;
		return step(code => hasAll || !isNewline(code));
	}

	#literal(sign: string): RegexNode {
		const wanted = sign.charCodeAt(0);
		return this.#oneOf(code => code === wanted);
	}

	#oneOf(test: CodeTest, isNot = false): RegexNode {
		return step(characterTest(test, this.#ignoresCase, isNot));
	}

	#group(): RegexNode {
		const [head = ''] = /^\((?:\?:|\?<[A-Za-z_]\w*>)?/.exec(this.#rest()) ?? [];
		this.#at += head.length;
		if (this.#sign() === '?') {
			fail('Look-around is not supported: it cannot be searched for in a limited time.');
		}

		const inner = this.#either();
		if (this.#sign() !== ')') {
			fail('The closing ) is missing.');
		}

		this.#at++;
		return inner;
	}

	#escape(): RegexNode {
		const letter = this.#source[this.#at + 1] ?? '';
		if (letter === 'b' || letter === 'B') {
			this.#at += 2;
			const isEdge = letter === 'b';
			return edge((before, after) => (isWord(before) !== isWord(after)) === isEdge);
		}

		if (/[1-9k]/.test(letter)) {
			fail('Back references are not supported: they cannot be searched for in a limited time.');
		}

		const one = this.#one();
		return this.#oneOf(typeof one === 'number' ? code => code === one : one);
	}

	#class(): RegexNode {
		this.#at++;
		const isNot = this.#sign() === '^';
		this.#at += isNot ? 1 : 0;
		const tests: CodeTest[] = [];
		while (this.#sign() !== ']') {
			if (this.#at >= this.#source.length) {
				fail('The closing ] is missing.');
			}

			tests.push(this.#classPart());
		}

		this.#at++;
		return this.#oneOf(code => tests.some(test => test(code)), isNot);
	}

	#classPart(): CodeTest {
		const first = this.#one();
		if (typeof first !== 'number') {
			return first;
		}

		if (this.#sign() !== '-' || [']', undefined].includes(this.#source[this.#at + 1])) {
			return code => code === first;
		}

		this.#at++;
		const last = this.#one();
		return typeof last !== 'number' || last < first
			? fail('A range in [ ] counts upwards, as in a-z.')
			: code => code >= first && code <= last;
	}

	/** A character, as its UTF-16 unit, or the characters of an escape such as `\d`. */
	#one(): number | CodeTest {
		if (this.#sign() !== '\\') {
			this.#at++;
			return this.#source.charCodeAt(this.#at - 1);
		}

		const [written = '', ...digits] = /^\\(?:u([\da-fA-F]{4})|x([\da-fA-F]{2}))/.exec(this.#rest()) ?? [];
		if (written !== '') {
			this.#at += written.length;
			return Number.parseInt(digits.join(''), 16);
		}

		const letter = this.#source[this.#at + 1] ?? fail('Something is missing after the last \\.');
		this.#at += 2;
		const known = regexClasses.get(letter) ?? regexControls.get(letter);
		return known === undefined && /[a-zA-Z0-9]/.test(letter)
			? fail(`\\${letter} is not supported.`)
			: (known ?? letter.charCodeAt(0));
	}

	#sign(): string {
		return this.#source[this.#at] ?? '';
	}

	#rest(): string {
		return this.#source.slice(this.#at);
	}
}

function step(test: CodeTest): RegexNode {
	return {kind: 'step', step: {op: 'character', test}};
}

function edge(test: (before: number | undefined, after: number | undefined) => boolean): RegexNode {
	return {kind: 'step', step: {op: 'edge', test}};
}

function end(sign: '^' | '$'): RegexNode {
	return edge((before, after) => (sign === '^' ? before : after) === undefined);
}

function fail(message: string): never {
	throw new RegexError(message);
}
