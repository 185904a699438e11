import {isObject, type Json, type JsonObject} from '../../wire/json.js';
import type {Refusal} from './refusal.js';

/** In bytes: https://platform.claude.com/docs/en/api/overview, "Request size limits" */
export const largestRequest = 32 * 1024 * 1024;

/** Refuses a request whose texts and files alone are over the limit: with each turn, all files of the conversation are sent again. */
export function checkSize({messages}: JsonObject): Refusal | null {
	return textLength(messages) <= largestRequest
		? null
		: {
				words:
					'The conversation with its files is over 32 MB, the API’s limit for a request. Attach smaller files, or begin a new conversation.',
				fixes: [],
			};
}

/** Deeper levels hold no files. */
const maxDepth = 8;

/** The characters of all texts in a value. As UTF-8 they are at least as many bytes. */
function textLength(value: Json | undefined, depth = 0): number {
	if (typeof value === 'string') {
		return value.length;
	}

	const inner =
		depth === maxDepth ? [] : Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
	return inner.reduce<number>((sum, item) => sum + textLength(item, depth + 1), 0);
}
