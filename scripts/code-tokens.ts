/** A token of TypeScript, in the categories that mutation needs. `start` is its offset in UTF-16 units. */
export type CodeToken = {
	readonly kind: 'word' | 'number' | 'string' | 'regex' | 'template' | 'sign';
	readonly text: string;
	readonly start: number;
};

const blank = /\s+|\/\/.*|\/\*[\s\S]*?\*\//y;
const word = /[\p{L}_$#][\p{L}\p{N}_$]*/uy;
const number = /\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?n?/y;
const string = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/y;
const regex = /\/(?![*/])(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
/** The text of a template up to its end or its next value. */
const templateText = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{)?/y;
const sign =
	/>>>=|\.\.\.|===|!==|\*\*=|\?\?=|&&=|\|\|=|=>|==|!=|<=|>=|&&|\|\||\?\?|\?\.|\+\+|--|[+\-*/%&|^]=|\*\*|./uy;

/** Words after which a slash begins a regular expression, as after most signs. */
const beforeValue = new Set([
	'return',
	'case',
	'typeof',
	'of',
	'in',
	'await',
	'yield',
	'throw',
	'new',
	'else',
]);

/** Splits code into tokens, without comments and blanks. The values inside a template are separate tokens. */
export function tokenize(code: string): readonly CodeToken[] {
	const tokens: CodeToken[] = [];
	/** For each open brace, whether it belongs to a value in a template. */
	const braces: boolean[] = [];
	let offset = 0;

	const take = (pattern: RegExp): string | null => {
		pattern.lastIndex = offset;
		return pattern.exec(code)?.[0] ?? null;
	};
	const push = (kind: CodeToken['kind'], text: string) => {
		tokens.push({kind, text, start: offset});
		offset += text.length;
	};
	const pushTemplate = () => {
		const text = `${code[offset]}`;
		offset += 1;
		const rest = take(templateText) ?? '';
		offset -= 1;
		push('template', text + rest);
		if (rest.endsWith('${')) {
			braces.push(true);
		}
	};

	while (offset < code.length) {
		const skipped = take(blank);
		if (skipped !== null) {
			offset += skipped.length;
			continue;
		}

		if (code[offset] === '`') {
			pushTemplate();
			continue;
		}

		if (code[offset] === '}' && braces.pop() === true) {
			pushTemplate();
			continue;
		}

		const [kind, text] = nextToken(take, tokens.at(-1));
		if (text === '{') {
			braces.push(false);
		}

		push(kind, text);
	}

	return tokens;
}

function nextToken(
	take: (pattern: RegExp) => string | null,
	before: CodeToken | undefined,
): readonly [CodeToken['kind'], string] {
	const isAtValue =
		before === undefined ||
		(before.kind === 'sign' && !/^[)\]}]$/.test(before.text)) ||
		beforeValue.has(before.text);
	const candidates = [
		['word', word],
		['number', number],
		['string', string],
		...(isAtValue ? ([['regex', regex]] as const) : []),
		['sign', sign],
	] as const;
	for (const [kind, pattern] of candidates) {
		const text = take(pattern);
		if (text !== null) {
			return [kind, text];
		}
	}

	throw new Error('A token has at least one character');
}
