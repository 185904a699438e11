import {type Json, parseJson} from '../wire/json.js';

/**
 * Reads JSON that may be cut off anywhere, as the SDK does with the `partial_json` of a tool's input. A token that is cut off is dropped, and
 * open brackets are closed. Returns `undefined` for text that is not the beginning of JSON. Empty text is `{}`.
 *
 * Source of the rule: the SDK's `_vendor/partial-json-parser/parser.ts`.
 */
export function parsePartialJson(text: string): Json | undefined {
	if (text.trim() === '') {
		return {};
	}

	return parseJson(text) ?? parseJson(completeJson(text));
}

type Scan = {
	/** The length of the longest prefix that is complete except for its closing brackets. */
	readonly safeLength: number;
	/** The closing brackets missing from that prefix, outermost first. */
	readonly closers: readonly string[];
};

function completeJson(text: string): string {
	const {safeLength, closers} = scan(text);
	return text.slice(0, safeLength) + [...closers].reverse().join('');
}

/**
 * The group is the quote that ends a string. A string that is cut off is still one token. Otherwise it would be scanned again from each quote
 * in it.
 */
const tokenPattern = /\s+|"[^"\\]*(?:\\[\s\S][^"\\]*)*(?:(")|\\?$)|[{}[\],:]|-?[\d.eE+-]+|[a-z]+|[\s\S]/g;

function scan(text: string): Scan {
	const closers: string[] = [];
	let safeLength = 0;
	let isKey = false;

	for (const match of text.matchAll(tokenPattern)) {
		const [token, closingQuote] = match;
		const end = match.index + token.length;
		if (token === '{' || token === '[') {
			closers.push(token === '{' ? '}' : ']');
			isKey = token === '{';
			safeLength = end;
		} else if (token === '}' || token === ']') {
			if (closers.pop() !== token) {
				// Not the beginning of JSON, so passed on unchanged to fail as it should.
				return {safeLength: text.length, closers: []};
			}

			isKey = false;
			safeLength = end;
		} else if (token === ',') {
			isKey = closers.at(-1) === '}';
		} else if (token === ':') {
			isKey = false;
		} else if (!isKey && (closingQuote !== undefined || isWholeValue(token, end === text.length))) {
			safeLength = end;
		}
	}

	return {safeLength, closers};
}

function isWholeValue(token: string, isLast: boolean): boolean {
	// A number at the very end may have more digits to come.
	return token === 'true' || token === 'false' || token === 'null' || (!isLast && /^-?\d/.test(token));
}
