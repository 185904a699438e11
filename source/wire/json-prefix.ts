import {parseJson} from './json.js';

/** Endings that complete a string that is cut off, even inside an escape. */
const stringEnds = ['', '\\', '0', '00', '000', '0000'].map(rest => `${rest}"`);

/** Endings that complete a JSON text up to its closing brackets, one for each kind of token that may be cut off. */
const ends: readonly string[] = [
	'',
	...['0', '"":0', ':0'],
	...stringEnds,
	...stringEnds.map(end => `${end}:0`),
	...['true', 'false', 'null'].flatMap(word => [...word].map((_, index) => word.slice(index + 1))),
];

/** A string, complete or cut off, or a bracket. */
const tokenPattern = /"[^"\\]*(?:\\[\s\S][^"\\]*)*(?:"|\\?$)|[{}[\]]/g;

/** Whether a text is the beginning of a JSON text, or a complete one. */
export function isJsonPrefix(text: string): boolean {
	const closers: string[] = [];
	for (const [token] of text.matchAll(tokenPattern)) {
		if (token === '{' || token === '[') {
			closers.push(token === '{' ? '}' : ']');
		} else if (token === '}' || token === ']') {
			closers.pop();
		}
	}

	const closing = closers.reverse().join('');
	return text.trim() === '' || ends.some(end => parseJson(text + end + closing) !== undefined);
}
