import {isObject, type Json} from '../../wire/json.js';

/** How a language writes what JSON holds. `key` gives a key of an object as it stands before the colon. */
export type LiteralSyntax = {
	readonly null: string;
	readonly true: string;
	readonly false: string;
	readonly key: (key: string) => string;
};

/** Lists and objects up to this length stand in one line. */
const lineLength = 72;

/** A JSON value as source text. `indent` is that of the line it begins in; strings are escaped as in JSON. */
export function sourceLiteral(value: Json, syntax: LiteralSyntax, indent = ''): string {
	if (typeof value === 'string') {
		return stringLiteral(value);
	}

	if (typeof value === 'boolean') {
		return value ? syntax.true : syntax.false;
	}

	if (value === null) {
		return syntax.null;
	}

	if (typeof value === 'number') {
		return String(value);
	}

	const inner = `${indent}    `;
	const items = isObject(value)
		? Object.entries(value).map(
				([key, item]) => `${syntax.key(key)}: ${sourceLiteral(item ?? null, syntax, inner)}`,
			)
		: value.map(item => sourceLiteral(item, syntax, inner));
	const [open, close] = isObject(value) ? '{}' : '[]';
	return enclose(items, `${open}`, `${close}`, indent);
}

function enclose(items: readonly string[], open: string, close: string, indent: string): string {
	const length = items.reduce((sum, item) => sum + item.length + 2, indent.length);
	if (length <= lineLength && !items.some(item => item.includes('\n'))) {
		return `${open}${items.join(', ')}${close}`;
	}

	const lines = items.map(item => `${indent}    ${item},\n`);
	return `${open}\n${lines.join('')}${indent}${close}`;
}

/** A string in double quotes, with the escapes that JSON, TypeScript and Python share. */
export function stringLiteral(text: string): string {
	return escapeInvisible(JSON.stringify(text));
}

/** What would not be seen, or would reorder what is seen, except for the newlines between the lines of a text and the joiners of emoji. */
const invisible = /[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]--[\n\u200C\u200D\u{10000}-\u{10FFFF}]]/gv;

/** JSON text with invisible characters written as `\uXXXX`: the same value, and what is shown is what is copied. */
export function escapeInvisible(json: string): string {
	return json.replace(invisible, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
