import {type Json, parseJson} from './json.js';

/**
 * Reads JSON that may break off anywhere, as the SDK does with the `partial_json` of a tool's input: a token that is cut off
 * is dropped, open brackets are closed. Gives `undefined` for a text that is no beginning of JSON. An empty text is `{}`.
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
	readonly closers: readonly string[];
	/** The length of the longest beginning that is complete but for its closing brackets. */
	readonly safeLength: number;
	readonly safeClosers: readonly string[];
};

function completeJson(text: string): string {
	const {safeLength, safeClosers} = scan(text);
	return text.slice(0, safeLength) + [...safeClosers].reverse().join('');
}

const tokenPattern = /\s+|"(?:[^"\\]|\\[\s\S])*"|[{}[\],:]|-?[\d.eE+-]+|[a-z]+|[\s\S]/g;

function scan(text: string): Scan {
	const closers: string[] = [];
	let safeLength = 0;
	let safeClosers: readonly string[] = [];
	let isKey = false;

	for (const match of text.matchAll(tokenPattern)) {
		const [token] = match;
		const end = match.index + token.length;
		const markSafe = () => {
			safeLength = end;
			safeClosers = [...closers];
		};

		if (token === '{' || token === '[') {
			closers.push(token === '{' ? '}' : ']');
			isKey = token === '{';
			markSafe();
		} else if (token === '}' || token === ']') {
			if (closers.pop() !== token) {
				// No beginning of JSON: handed on unchanged, so that it fails as it should.
				return {closers, safeLength: text.length, safeClosers: []};
			}

			isKey = false;
			markSafe();
		} else if (token === ',') {
			isKey = closers.at(-1) === '}';
		} else if (token === ':') {
			isKey = false;
		} else if (!isKey && isWholeValue(token, end === text.length)) {
			markSafe();
		}
	}

	return {closers, safeLength, safeClosers};
}

function isWholeValue(token: string, isLast: boolean): boolean {
	if (token.length > 1 && token.startsWith('"')) {
		return true;
	}

	// A number at the very end may have more digits to come.
	return token === 'true' || token === 'false' || token === 'null' || (!isLast && /^-?\d/.test(token));
}
