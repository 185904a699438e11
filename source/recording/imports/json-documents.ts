import {type Json, parseJson} from '../../wire/json.js';

/**
 * The JSON texts that stand one after the other in a text, each over any number of lines, as `to_json()` and `JSON.stringify(event, null, 2)` are
 * printed. `undefined` stands for one that is broken or cut off.
 */
export function jsonDocuments(text: string): ReadonlyArray<Json | undefined> {
	const documents: Array<Json | undefined> = [];
	let depth = 0;
	let start = 0;
	let isInString = false;
	for (let offset = 0; offset < text.length; offset++) {
		const character = text[offset];
		if (isInString) {
			offset += character === '\\' ? 1 : 0;
			isInString = character !== '"';
		} else if (character === '"') {
			isInString = depth > 0;
		} else if (character === '{' || character === '[') {
			start = depth === 0 ? offset : start;
			depth++;
		} else if ((character === '}' || character === ']') && depth > 0) {
			depth--;
			if (depth === 0) {
				documents.push(parseJson(text.slice(start, offset + 1)));
			}
		}
	}

	return depth === 0 ? documents : [...documents, undefined];
}
