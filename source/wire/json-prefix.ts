import {parseJson} from './json.js';

/** What can complete a string that is cut off, also inside an escape. */
const stringEnds = ['', '\\', '0', '00', '000', '0000'].map(rest => `${rest}"`);

/** What can complete a text of JSON up to its closing brackets: one of these, whatever token it breaks off in. */
const ends: readonly string[] = [
	'',
	...['0', '"":0', ':0'],
	...stringEnds,
	...stringEnds.map(end => `${end}:0`),
	...['true', 'false', 'null'].flatMap(word => [...word].map((_, index) => word.slice(index + 1))),
];

/** A string, whole or cut off, or a bracket. */
const tokenPattern = /"[^"\\]*(?:\\[\s\S][^"\\]*)*(?:"|\\?$)|[{}[\]]/g;

/** Whether a text is the beginning of some JSON text, or all of one. */
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
