import {isObject, type Json, type JsonObject} from '../wire/json.js';

/** A request without what makes no difference to its answer, so that equal questions are equal however a client writes them. */
export type CanonicalRequest = {
	readonly method: string;
	/** From `/v1/` on, without the query. */
	readonly path: string;
	/** `null` if there is none, or if it is not an object. */
	readonly body: JsonObject | null;
};

/** Fields that tell who asks, not what is asked. */
const personal = new Set(['metadata']);

/**
 * Leaves out `metadata`, fields that are null, empty lists of the body and `stream: false`, writes a text as the block that it means, and sorts
 * the fields.
 */
export function canonicalRequest(method: string, url: string, body: unknown): CanonicalRequest {
	const path = url.split('?')[0] ?? '';
	return {
		method,
		path: /\/v1\/.*$/.exec(path)?.[0] ?? path,
		body: isObject(body) ? canonicalBody(body) : null,
	};
}

/** Equal for requests that ask the same. */
export function canonicalKey(request: CanonicalRequest): string {
	return JSON.stringify([request.method, request.path, request.body]);
}

function canonicalBody(body: JsonObject): JsonObject {
	const fields = Object.entries(body).flatMap(([name, value]): Array<[string, Json]> => {
		const isUsual =
			personal.has(name) ||
			value === undefined ||
			value === null ||
			(name === 'stream' && value === false) ||
			(Array.isArray(value) && value.length === 0);
		return isUsual ? [] : [[name, canonicalField(name, value)]];
	});
	return sortedObject(fields);
}

function canonicalField(name: string, value: Json): Json {
	if (name === 'system') {
		return sorted(asBlocks(value));
	}

	return name === 'messages' && Array.isArray(value)
		? value.map(message =>
				sorted(isObject(message) ? {...message, content: asBlocks(message.content ?? '')} : message),
			)
		: sorted(value);
}

function asBlocks(content: Json): Json {
	return typeof content === 'string' ? [{type: 'text', text: content}] : content;
}

function sorted(value: Json): Json {
	if (Array.isArray(value)) {
		return value.map(sorted);
	}

	return isObject(value)
		? sortedObject(
				Object.entries(value).flatMap(
					([name, field]): Array<[string, Json]> =>
						field === undefined || field === null ? [] : [[name, sorted(field)]],
				),
			)
		: value;
}

function sortedObject(fields: ReadonlyArray<readonly [string, Json]>): JsonObject {
	return Object.fromEntries([...fields].sort(([one], [other]) => (one < other ? -1 : 1)));
}
