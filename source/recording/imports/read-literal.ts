import type {Json} from '../../wire/json.js';
import {endOfString, withoutEscapes} from './quoted-string.js';

/** A value, and the offset behind it. */
export type Literal = {readonly value: Json; readonly end: number};

/** Deeper nesting than this is no event. */
const maxDepth = 100;

/**
 * Reads the value that a program printed, from `start`: Python's `repr` of dictionaries, lists and objects, or what Node's `console.log` writes.
 * An object of a class gives its fields. `null` if there is no whole value.
 */
export function readLiteral(text: string, start: number): Literal | null {
	const reader = new LiteralReader(text, start);
	try {
		return {value: reader.value(0), end: reader.offset};
	} catch (error) {
		if (error instanceof NoLiteral) {
			return null;
		}

		throw error;
	}
}

class NoLiteral extends Error {}

const constants: ReadonlyMap<string, Json> = new Map<string, Json>([
	['None', null],
	['null', null],
	['undefined', null],
	['NaN', null],
	['nan', null],
	['inf', null],
	['Infinity', null],
	['True', true],
	['true', true],
	['False', false],
	['false', false],
]);

class LiteralReader {
	offset: number;
	readonly #text: string;

	constructor(text: string, start: number) {
		this.#text = text;
		this.offset = start;
	}

	value(depth: number): Json {
		if (depth > maxDepth) {
			throw new NoLiteral();
		}

		this.#skipBlank();
		switch (this.#text[this.offset]) {
			case "'":
			case '"':
			case '`': {
				return this.#strings();
			}

			case '{': {
				return this.#fields('{', '}', ':', depth);
			}

			case '[': {
				return this.#placeholder() ?? this.#list('[', ']', depth);
			}

			case '(': {
				const items = this.#list('(', ')', depth);
				return items.length === 1 ? (items[0] ?? null) : items;
			}

			default: {
				return this.#word(depth);
			}
		}
	}

	#word(depth: number): Json {
		// A regular expression takes several times as long as a look at one character, and most places have no number.
		const number = /[\d.-]/.test(this.#text[this.offset] ?? '')
			? this.#match(/-?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?n?/iy)
			: null;
		if (number !== null) {
			return Number.parseFloat(number);
		}

		const word = this.#match(/-?[\p{L}_$][\p{L}\p{N}_$.]*/uy);
		if (word === null) {
			throw new NoLiteral();
		}

		// The letter of a Python string: b'…'.
		if (/^[bruf]{1,2}$/i.test(word) && /['"]/.test(this.#text[this.offset] ?? '')) {
			return this.#strings();
		}

		// The length of a list, as in `Array(3) [`.
		this.#match(/\(\d+\)(?=\s*\[)/y);
		this.#skipBlank();
		switch (this.#text[this.offset]) {
			case '(': {
				return this.#fields('(', ')', '=', depth);
			}

			case '{': {
				return this.#fields('{', '}', ':', depth);
			}

			case '[': {
				return this.#list('[', ']', depth);
			}

			default: {
				return this.#constant(word);
			}
		}
	}

	#constant(word: string): Json {
		const value = constants.get(word.replace('-', ''));
		if (value === undefined) {
			throw new NoLiteral();
		}

		return value;
	}

	/** What Node writes for an object that is nested too deeply to be shown. */
	#placeholder(): Json | null {
		const [, kind] =
			this.#match(/\[(?:Object|Array|Circular[^\]]*|Function[^\]]*|Getter[^\]]*)\]/y)?.match(/^\[(\w+)/) ??
			[];
		if (kind === undefined) {
			return null;
		}

		return kind === 'Array' ? [] : {};
	}

	#list(open: string, close: string, depth: number): Json[] {
		this.#expect(open);
		const items: Json[] = [];
		while (!this.#take(close)) {
			// The hidden field that `%o` shows.
			if (this.#match(/\[length\]: \d+/y) === null) {
				items.push(this.value(depth + 1));
			}

			if (!this.#take(',')) {
				this.#match(/\.{3} \d+ more items?/y);
				this.#skipBlank();
				this.#expect(close);
				break;
			}
		}

		return items;
	}

	#fields(open: string, close: string, separator: string, depth: number): Json {
		this.#expect(open);
		const fields: Array<readonly [string, Json]> = [];
		while (!this.#take(close)) {
			const key = /['"`]/.test(this.#text[this.offset] ?? '')
				? this.#strings()
				: this.#match(/[\p{L}_$][\p{L}\p{N}_$]*/uy);
			this.#skipBlank();
			if (key === null || !this.#take(separator)) {
				throw new NoLiteral();
			}

			fields.push([key, this.value(depth + 1)]);
			if (!this.#take(',')) {
				this.#expect(close);
				break;
			}
		}

		return Object.fromEntries(fields);
	}

	/** Strings that are joined: by `+` in what Node writes, side by side in what Python's pprint writes. */
	#strings(): string {
		let text = this.#string();
		for (;;) {
			const before = this.offset;
			this.#skipBlank();
			this.#take('+');
			this.#skipBlank();
			if (!/['"`]/.test(this.#text[this.offset] ?? '')) {
				this.offset = before;
				return text;
			}

			text += this.#string();
		}
	}

	#string(): string {
		const quote = this.#text[this.offset];
		const end = endOfString(this.#text, this.offset);
		if (end === -1 || quote === undefined) {
			throw new NoLiteral();
		}

		const inner = this.#text.slice(this.offset + 1, end);
		this.offset = end + 1;
		return withoutEscapes(inner);
	}

	#skipBlank(): void {
		const code = this.#text.charCodeAt(this.offset);
		// Letters and signs of ASCII are no blanks, and most places have none.
		if (!(code > 0x20 && code < 0x7f)) {
			this.#match(/\s+/y);
		}
	}

	#take(sign: string): boolean {
		this.#skipBlank();
		const isThere = this.#text.startsWith(sign, this.offset);
		this.offset += isThere ? sign.length : 0;
		this.#skipBlank();
		return isThere;
	}

	#expect(sign: string): void {
		if (!this.#take(sign)) {
			throw new NoLiteral();
		}
	}

	/** Takes what matches at the offset. The pattern must be sticky. */
	#match(pattern: RegExp): string | null {
		pattern.lastIndex = this.offset;
		const [found = null] = pattern.exec(this.#text) ?? [];
		this.offset += found?.length ?? 0;
		return found;
	}
}
