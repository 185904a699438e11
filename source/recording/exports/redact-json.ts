import {wireWords} from '../../messages/wire-words.js';
import {isObject, type Json, type JsonObject, printJson} from '../../wire/json.js';
import {maskText} from './mask-json.js';

/** `ids` says whether to keep the ids of messages, tool calls and requests, by which the API's operator can find the exchange. */
export type RedactOptions = {
	readonly ids: 'keep' | 'mask';
};

/** The API defines the values of these fields. Any other string may hold private text. */
const defined: ReadonlySet<string> = new Set([
	'type',
	'role',
	'stop_reason',
	'service_tier',
	'inference_geo',
	'error_code',
]);
const ids: ReadonlySet<string> = new Set(['id', 'tool_use_id', 'request_id', 'message_id', 'requestId']);
/** The user or the model made everything in these fields, including the keys. */
const free: ReadonlySet<string> = new Set(['input', 'input_schema', 'metadata', 'properties']);
/** Deeper levels are masked as one text, because unlimited recursion would exhaust the stack. */
const maxDepth = 200;
const word = /^[\w.:@/-]{1,100}$/;
const mediaType = /^(?:application|audio|image|text|video)\/[\w.-]+$/;

/**
 * Replaces every text in a payload by `x` of the same length, including the names of unknown fields. Numbers, booleans, the structure and
 * the wire's own words stay. Where a user or a model also made the structure, digits become `1`.
 */
export function redactJson(
	value: Json,
	options: RedactOptions,
	key = '',
	holder: JsonObject = {},
	depth = 0,
): Json {
	if (typeof value === 'string') {
		return isKept(value, key, holder, options) ? value : maskText(value);
	}

	if (depth > maxDepth) {
		return maskText(printJson(value));
	}

	if (Array.isArray(value)) {
		return value.map(item => redactJson(item, options, key, holder, depth + 1));
	}

	if (!isObject(value)) {
		return value;
	}

	return free.has(key)
		? maskWhole(value)
		: Object.fromEntries(
				// Masked keys of equal length must stay distinct.
				Object.entries(value).map(([name, inner], index) => [
					wireWords.has(name) ? name : `${maskText(name)}${index}`,
					// The id of a container gives access to it.
					redactJson(
						inner ?? null,
						name === 'container' ? {...options, ids: 'mask'} : options,
						name,
						value,
						depth + 1,
					),
				]),
			);
}

function isKept(value: string, key: string, holder: JsonObject, options: RedactOptions): boolean {
	if (!word.test(value)) {
		return false;
	}

	return (
		key === 'model' ||
		(key === 'media_type' && mediaType.test(value)) ||
		(ids.has(key) && options.ids === 'keep') ||
		((defined.has(key) || (key === 'name' && isServerTool(holder.type))) && wireWords.has(value))
	);
}

/** The API's own tools have public names. `web_search_20250305` is the type of a tool, `server_tool_use` that of a block. */
function isServerTool(type: Json | undefined): boolean {
	return typeof type === 'string' && (type === 'server_tool_use' || /_\d{8}$/.test(type));
}

function maskWhole(value: Json, depth = 0): Json {
	if (typeof value === 'string') {
		return maskText(value);
	}

	if (depth > maxDepth) {
		return maskText(printJson(value));
	}

	if (typeof value === 'number') {
		return Number(String(value).replaceAll(/\d/g, '1'));
	}

	if (Array.isArray(value)) {
		return value.map(item => maskWhole(item, depth + 1));
	}

	return isObject(value)
		? Object.fromEntries(
				// Masked keys of equal length must stay distinct.
				Object.entries(value).map(([name, inner], index) => [
					`${maskText(name)}${index}`,
					maskWhole(inner ?? null, depth + 1),
				]),
			)
		: value;
}
