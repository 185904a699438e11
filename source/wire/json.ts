/** JSON from outside, whose shape is unknown until it is checked. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export type JsonObject = {readonly [key: string]: Json | undefined};

/** Parses a text. Returns `undefined` if it is not JSON. */
export function parseJson(text: string): Json | undefined {
	try {
		return JSON.parse(text) as Json;
	} catch {
		return undefined;
	}
}

export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object under a key, or an empty one. For reading fields that a server may have left out. */
export function objectAt(value: unknown, key: string): JsonObject {
	const inner = isObject(value) ? value[key] : undefined;
	return isObject(inner) ? inner : {};
}

/** The string under a key, or an empty one. */
export function stringAt(value: unknown, key: string): string {
	const inner = isObject(value) ? value[key] : undefined;
	return typeof inner === 'string' ? inner : '';
}

/** Looks up an object's own value under a word from outside. Returns `undefined` for inherited names such as `constructor`. */
export function ownAt<Value>(table: {readonly [key: string]: Value}, key: string): Value | undefined {
	return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** The number of levels of objects and lists in a value. It does not recurse, because a server may nest without limit. */
export function depthOf(value: unknown): number {
	let depth = 0;
	let level: readonly unknown[] = [value];
	while (true) {
		level = level.flatMap(item => (typeof item === 'object' && item !== null ? [item] : []));
		if (level.length === 0) {
			return depth;
		}

		depth += 1;
		level = level.flatMap(item => Object.values(item as object));
	}
}

/** The number of levels of objects and lists in a JSON text, without parsing it. */
export function nestingOf(text: string): number {
	let depth = 0;
	let deepest = 0;
	let isInText = false;
	for (let at = 0; at < text.length; at++) {
		const character = text.charCodeAt(at);
		if (isInText) {
			at += character === backslash ? 1 : 0;
			isInText = character !== quote;
		} else if (character === quote) {
			isInText = true;
		} else if (character === openBrace || character === openBracket) {
			depth++;
			deepest = Math.max(deepest, depth);
		} else if (character === closeBrace || character === closeBracket) {
			depth--;
		}
	}

	return deepest;
}

const quote = 0x22;
const backslash = 0x5c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** The number of levels that printing keeps of a value that is nested too deeply. */
const printedLevels = 100;

/**
 * Prints a value as JSON text. Printing recurses, so a value nested thousands deep would exhaust the stack. Its deepest levels are replaced by
 * a text that says so. The result is still valid JSON.
 */
export function printJson(value: unknown, indent: number | string = 0): string {
	try {
		return JSON.stringify(value, null, indent) ?? 'null';
	} catch {
		return JSON.stringify(shallow(value, printedLevels), null, indent) ?? 'null';
	}
}

function shallow(value: unknown, levels: number): unknown {
	if (typeof value !== 'object' || value === null) {
		return value;
	}

	if (levels === 0) {
		return `(nested too deeply: ${depthOf(value)} more levels)`;
	}

	return Array.isArray(value)
		? value.map(item => shallow(item, levels - 1))
		: Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shallow(inner, levels - 1)]));
}
