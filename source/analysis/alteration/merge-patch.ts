import {isObject, type Json, type JsonObject, ownAt} from '../../wire/json.js';

/** Applies a JSON merge patch (RFC 7396): objects are merged, `null` removes a field, anything else replaces it. */
export function mergePatch(target: Json | undefined, patch: JsonObject): JsonObject {
	const before = isObject(target) ? target : {};
	const fields = new Map(Object.entries(before));
	for (const [key, value] of Object.entries(patch)) {
		if (value === null) {
			fields.delete(key);
		} else {
			fields.set(key, isObject(value) ? mergePatch(ownAt(before, key), value) : value);
		}
	}

	return Object.fromEntries(fields);
}
