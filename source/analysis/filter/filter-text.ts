/** A filter that cannot be read. The message says what is wrong, and the right form. */
export class FilterError extends Error {}

/** The rest of a typed filter. Every read that finds something moves on. */
export class FilterText {
	readonly #words: string;
	#at = 0;

	constructor(words: string) {
		this.#words = words;
	}

	get isAtEnd(): boolean {
		return this.#at >= this.#words.length;
	}

	get rest(): string {
		return this.#words.slice(this.#at);
	}

	skipSpaces(): void {
		this.take(/^\s+/);
	}

	/** Reads what an expression finds at the beginning of the rest; `null` if it finds nothing. */
	take(expression: RegExp): string | null {
		const [found] = expression.exec(this.rest) ?? [];
		this.#at += found?.length ?? 0;
		return found ?? null;
	}

	/** Reads a quoted text, in which `\"` and `\\` stand for those signs. */
	quoted(): string | null {
		if (!this.rest.startsWith('"')) {
			return null;
		}

		const written = this.take(/^"(?:[^"\\]|\\.)*"/s);
		if (written === null) {
			throw new FilterError('The closing " is missing.');
		}

		this.#expectEnd('"two words"');
		const text = written.slice(1, -1).replaceAll(/\\(["\\])/g, '$1');
		if (text === '') {
			throw new FilterError('There is nothing between the quotes.');
		}

		return text;
	}

	/** Reads a regular expression between slashes, and its flags. */
	regex(): {readonly source: string; readonly flags: string} | null {
		if (!this.rest.startsWith('/')) {
			return null;
		}

		const written = this.take(/^\/(?:[^/\\[]|\\.|\[(?:[^\]\\]|\\.)*\])+\/[a-z]*/i);
		if (written === null) {
			throw new FilterError('The closing / is missing. Quote a text that begins with a slash: "/v1".');
		}

		this.#expectEnd('/soil|water/i');
		const end = written.lastIndexOf('/');
		return {source: written.slice(1, end), flags: written.slice(end + 1)};
	}

	#expectEnd(form: string): void {
		if (/^[^\s|,]/.test(this.rest)) {
			throw new FilterError(`A space must follow ${form}.`);
		}
	}
}
