import {wireWords} from '../../messages/wire-words.js';
import {isObject, type Json, type JsonObject, printJson} from '../../wire/json.js';
import {maskText} from './mask-json.js';

/** `ids` says whether the ids of messages, tool calls and requests stay: with them the API's operator can find the exchange. */
export type RedactOptions = {
	readonly ids: 'keep' | 'mask';
};

/** What these hold is defined by the API. Every other string may hold what somebody wrote. */
const defined: ReadonlySet<string> = new Set([
	'type',
	'role',
	'stop_reason',
	'service_tier',
	'inference_geo',
	'error_code',
]);
const ids: ReadonlySet<string> = new Set(['id', 'tool_use_id', 'request_id', 'message_id', 'requestId']);
/** Whatever is in these was made by the user or the model, the keys included. */
const free: ReadonlySet<string> = new Set(['input', 'input_schema', 'metadata', 'properties']);
/** What is nested deeper is masked as one text: going down for ever would exhaust the stack. */
const maxDepth = 200;
const word = /^[\w.:@/-]{1,100}$/;
const mediaType = /^(?:application|audio|image|text|video)\/[\w.-]+$/;

/**
 * Replaces every text in a payload by `x` of its length, the names of unknown fields too. Numbers, booleans and the wire's own words stay,
 * and the structure does; where a user or a model made the structure as well, digits become `1`.
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
				// Keys of one length must not fall together.
				Object.entries(value).map(([name, inner], index) => [
					wireWords.has(name) ? name : `${maskText(name)}${index}`,
					// Whoever knows the id of a container can use it.
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

/** The API's own tools have well-known names; `web_search_20250305` is a tool's type, `server_tool_use` a block's. */
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
				// Keys of one length must not fall together.
				Object.entries(value).map(([name, inner], index) => [
					`${maskText(name)}${index}`,
					maskWhole(inner ?? null, depth + 1),
				]),
			)
		: value;
}
