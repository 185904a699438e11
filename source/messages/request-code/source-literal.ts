import {isObject, type Json} from '../../wire/json.js';

/** How a language writes the values of JSON. `key` returns an object key as it is written before the colon. */
export type LiteralSyntax = {
	readonly null: string;
	readonly true: string;
	readonly false: string;
	readonly key: (key: string) => string;
};

/** Lists and objects up to this length are written on one line. */
const lineLength = 72;

/** Writes a JSON value as source text. `indent` is that of the line it begins on. Strings are escaped as in JSON. */
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

/** Writes items between brackets, on one line if they fit. `indent` is that of the line it begins on. */
export function enclose(items: readonly string[], open: string, close: string, indent: string): string {
	const length = items.reduce((sum, item) => sum + item.length + 2, indent.length);
	if (length <= lineLength && !items.some(item => item.includes('\n'))) {
		return `${open}${items.join(', ')}${close}`;
	}

	const lines = items.map(item => `${indent}    ${item},\n`);
	return `${open}\n${lines.join('')}${indent}${close}`;
}

/** Writes a string in double quotes, with the escapes that JSON, TypeScript and Python share. */
export function stringLiteral(text: string): string {
	return escapeInvisible(JSON.stringify(text));
}

/** Characters that are invisible or reorder text, except for the newlines between lines and the joiners of emoji. */
const invisible = /[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]--[\n\u200C\u200D\u{10000}-\u{10FFFF}]]/gv;

/** Writes the invisible characters of JSON text as `\uXXXX`. The value is the same, and what is shown is what is copied. */
export function escapeInvisible(json: string): string {
	return json.replace(invisible, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
