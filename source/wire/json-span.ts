/** Characters of a value inside JSON: the value's JSON Pointer, and offsets into the text of a string. Any other value counts as a whole. */
export type JsonSpan = {
	readonly path: string;
	readonly start: number;
	readonly end: number;
};

type Container = {readonly path: string; key: string; index: number; readonly isList: boolean};

/** The group is the quote that ends a string. A string that is cut off reaches to the end of the text. */
const tokenPattern = /"[^"\\]*(?:\\[\s\S][^"\\]*)*(?:(")|\\?$)|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * Finds the value in a JSON text that contains most of the characters from `start` to `end`. The text may be cut off anywhere. `null` if the
 * characters are brackets, commas or names.
 */
export function jsonSpan(text: string, start: number, end: number): JsonSpan | null {
	const containers: Container[] = [];
	let isName = false;
	let best: (JsonSpan & {readonly shared: number}) | null = null;
	for (const match of text.matchAll(tokenPattern)) {
		const [token, closingQuote] = match;
		const inside = containers.at(-1);
		if (match.index >= end) {
			break;
		}

		if (token === '{' || token === '[') {
			containers.push({path: pathIn(inside), key: '', index: 0, isList: token === '['});
			isName = token === '{';
		} else if (token === '}' || token === ']') {
			containers.pop();
			isName = false;
		} else if (token === ',') {
			isName = inside?.isList === false;
			if (inside !== undefined) {
				inside.index++;
			}
		} else if (token === ':') {
			isName = false;
		} else if (isName && inside !== undefined) {
			inside.key = decoded(token.slice(1, closingQuote === undefined ? token.length : -1));
		} else {
			const shared = Math.min(end, match.index + token.length) - Math.max(start, match.index);
			if (shared > (best?.shared ?? 0)) {
				best = {shared, path: pathIn(inside), ...offsetsIn(token, start - match.index, end - match.index)};
			}
		}
	}

	return best === null ? null : {path: best.path, start: best.start, end: best.end};
}

function pathIn(container: Container | undefined): string {
	if (container === undefined) {
		return '';
	}

	const {path, isList, index, key} = container;
	return `${path}/${isList ? index : key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Converts offsets into a token to offsets into the text that it encodes. */
function offsetsIn(
	token: string,
	start: number,
	end: number,
): {readonly start: number; readonly end: number} {
	if (!token.startsWith('"')) {
		return {start: 0, end: token.length};
	}

	const raw = token.slice(1).replace(/"$/, '');
	const offset = (at: number) => decoded(raw.slice(0, Math.max(0, at - 1))).length;
	return {start: offset(start), end: offset(end)};
}

/** Decodes the inside of a string. An escape sequence that is cut off is left out. */
function decoded(raw: string): string {
	const whole = raw.replace(/(?<=(?:^|[^\\])(?:\\\\)*)\\(?:u[\da-fA-F]{0,3})?$/, '');
	try {
		return String(JSON.parse(`"${whole}"`));
	} catch {
		return whole;
	}
}
