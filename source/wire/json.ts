/** JSON as it came from outside: nothing is known of its shape until it is looked at. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export type JsonObject = {readonly [key: string]: Json | undefined};

/** Parses a text, or gives `undefined` where it is no JSON. */
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

/** The object under a key, or an empty one: for reading fields that a server may have left out. */
export function objectAt(value: unknown, key: string): JsonObject {
	const inner = isObject(value) ? value[key] : undefined;
	return isObject(inner) ? inner : {};
}

/** The string under a key, or an empty one. */
export function stringAt(value: unknown, key: string): string {
	const inner = isObject(value) ? value[key] : undefined;
	return typeof inner === 'string' ? inner : '';
}

/** What an object holds itself under a word from outside; `undefined` for what every object inherits, such as `constructor`. */
export function ownAt<Value>(table: {readonly [key: string]: Value}, key: string): Value | undefined {
	return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** How many levels of objects and lists a value has. Without recursion: a server may nest as deep as it likes. */
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

/** Printing keeps so many levels of a value that is nested too deeply. */
const printedLevels = 100;

/**
 * A value as JSON text. Printing goes down into the value, so one that is nested thousands deep exhausts the stack: what lies too deep is left out
 * then, and a text in its place says so. It is valid JSON all the same.
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
		return `(nested too deeply: ${depthOf(value)} levels more)`;
	}

	return Array.isArray(value)
		? value.map(item => shallow(item, levels - 1))
		: Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shallow(inner, levels - 1)]));
}
