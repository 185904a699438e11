import {isObject} from '../wire/json.js';

/** The text of a message's text blocks, or the content itself if it is a plain string. */
export function textOf(content: unknown): string {
	if (typeof content === 'string') {
		return content;
	}

	if (!Array.isArray(content)) {
		return '';
	}

	return content
		.filter(isObject)
		.filter(block => block.type === 'text' && typeof block.text === 'string')
		.map(block => block.text)
		.join('\n');
}
