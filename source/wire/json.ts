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

/** A value as JSON text. Printing goes down into the value, so one that is nested thousands deep exhausts the stack: that is said instead. */
export function printJson(value: unknown, indent = 0): string {
	try {
		return JSON.stringify(value, null, indent) ?? 'null';
	} catch {
		return '(nested too deeply to be printed)';
	}
}
