import {isObject, type Json, type JsonObject, ownAt} from '../../wire/json.js';
import type {SetField} from './chat-settings.js';

/** The keys of a path: `tools.0.name` has three. `null` for a path with an empty part. */
export function pathKeys(path: string): readonly string[] | null {
	const keys = path.split('.');
	return keys.every(key => key.trim() !== '' && !/\s/.test(key)) ? keys : null;
}

/**
 * A copy of a body with a value at a path. Missing objects and lists on the way are created. Returns `null` if the path goes through a text or a
 * number, or past the end of a list.
 */
export function withValueAt(body: JsonObject, path: string, value: Json): JsonObject | null {
	const keys = pathKeys(path);
	const changed = keys === null ? undefined : put(body, keys, value);
	return isObject(changed) ? changed : null;
}

function put(target: Json | undefined, keys: readonly string[], value: Json): Json | undefined {
	const [key, ...rest] = keys;
	if (key === undefined) {
		return value;
	}

	if (Array.isArray(target) || (target === undefined && /^\d+$/.test(key))) {
		return putItem(Array.isArray(target) ? target : [], key, rest, value);
	}

	if (target !== undefined && target !== null && !isObject(target)) {
		return undefined;
	}

	const inner = put(isObject(target) ? ownAt(target, key) : undefined, rest, value);
	return inner === undefined ? undefined : {...target, [key]: inner};
}

function putItem(list: readonly Json[], key: string, rest: readonly string[], value: Json): Json | undefined {
	const index = /^\d{1,9}$/.test(key) ? Number(key) : Number.POSITIVE_INFINITY;
	const inner = index <= list.length ? put(list[index], rest, value) : undefined;
	return inner === undefined ? undefined : [...list.slice(0, index), inner, ...list.slice(index + 1)];
}

/**
 * The fields of `wanted` that `base` lacks or has with another value, by their paths. Fields that only `base` has do not count, and a field whose
 * name cannot be part of a path is left out.
 */
export function fieldsBeyond(base: JsonObject, wanted: JsonObject): readonly SetField[] {
	return Object.entries(wanted)
		.filter(([key]) => isKey(key))
		.flatMap(([key, value = null]) => fieldsAt(key, ownAt(base, key), value));
}

function fieldsAt(path: string, base: Json | undefined, wanted: Json): readonly SetField[] {
	if (isObject(base) && isObject(wanted) && Object.keys(wanted).every(isKey)) {
		return Object.entries(wanted).flatMap(([key, value = null]) =>
			fieldsAt(`${path}.${key}`, ownAt(base, key), value),
		);
	}

	return JSON.stringify(base) === JSON.stringify(wanted) ? [] : [{path, value: wanted}];
}

function isKey(key: string): boolean {
	return pathKeys(key)?.length === 1;
}

/** Adds a field. It replaces the fields at its path and below it. */
export function withField(set: readonly SetField[], field: SetField): readonly SetField[] {
	return [...withoutField(set, field.path), field];
}

/** The fields without those at a path or below it. */
export function withoutField(set: readonly SetField[], path: string): readonly SetField[] {
	return set.filter(field => field.path !== path && !field.path.startsWith(`${path}.`));
}
