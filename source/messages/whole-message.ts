import {isObject, type JsonObject, parseJson, printJson, stringAt} from '../wire/json.js';

/** What the body of a non-streamed answer contains. If it is not a message, `fault` says in a sentence what it is. */
export type WholeAnswer =
	| {readonly kind: 'message'; readonly message: JsonObject}
	| {readonly kind: 'error'; readonly body: JsonObject}
	| {readonly kind: 'other'; readonly fault: string};

/** Reads a body as a message: https://platform.claude.com/docs/en/api/messages. Gateways may send pages, nothing, or a stream instead. */
export function readWholeAnswer(body: string): WholeAnswer {
	const value = parseJson(body);
	if (value === undefined) {
		return {kind: 'other', fault: textFault(body)};
	}

	if (!isObject(value)) {
		return {kind: 'other', fault: `The body is JSON, but not a message: ${excerpt(body)}`};
	}

	if (value.type === 'error' || (value.type === undefined && isObject(value.error))) {
		return {kind: 'error', body: value};
	}

	const fault = messageFault(value);
	return fault === null ? {kind: 'message', message: value} : {kind: 'other', fault};
}

function textFault(body: string): string {
	if (body.trim() === '') {
		return 'The body is empty.';
	}

	if (/^\uFEFF?\s*(?::|(?:event|data|id|retry)[:\r\n])/.test(body)) {
		return 'The body is an event stream, which was not requested.';
	}

	if (/^\s*[[{]/.test(body)) {
		return 'The body is invalid JSON. It may have been cut off.';
	}

	return `The body is not JSON: ${excerpt(body)}`;
}

function messageFault(value: JsonObject): string | null {
	const type = stringAt(value, 'type');
	if (type !== 'message') {
		return type === ''
			? `The body is JSON, but not a message: ${excerpt(printJson(value))}`
			: `The body is JSON of the type ${excerpt(printJson(type))}, not a message.`;
	}

	if (value.role !== undefined && value.role !== 'assistant') {
		return 'The body is a message, but not from the assistant.';
	}

	const {content} = value;
	return Array.isArray(content) && content.every(block => stringAt(block, 'type') !== '')
		? null
		: 'The body is a message whose content is not a list of blocks.';
}

/** The maximum number of characters to quote from a page or a text. */
const excerptLength = 200;

/** The beginning of a text on one line. For an HTML page, its title, or else its text. */
export function excerpt(text: string, length = excerptLength): string {
	const line = wordsOf(text).replace(/\s+/g, ' ').trim();
	const characters = [...line.slice(0, length * 2)];
	return characters.length > length || line.length > length * 2
		? `${characters.slice(0, length - 1).join('')}…`
		: line;
}

/** How much of a page to read, in UTF-16 units. A broken page may have any length. */
const pageLength = 10_000;

function wordsOf(text: string): string {
	const page = text.slice(0, pageLength);
	// The SDK puts the status before it.
	if (!/^\uFEFF?\s*(?:\d{3}\s+)?<(?:!doctype html|html|head|body)\b/i.test(page)) {
		return page;
	}

	const title = /<title[^>]*>([^<]*)</i.exec(page)?.[1]?.trim() ?? '';
	const words = page.replace(/<(script|style)\b[^>]*>[^<]*<\/\1>/gi, ' ').replace(/<[^>]*>/g, ' ');
	return `an HTML page, ${JSON.stringify(title === '' ? words.replace(/\s+/g, ' ').trim().slice(0, 120) : title)}`;
}
