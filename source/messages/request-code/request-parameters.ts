import {isObject, type Json, parseJson} from '../../wire/json.js';

type Parameter = readonly [name: string, value: Json];

/** The parameters of a request except `stream`. `others` are those that the SDKs do not know by name. */
export type RequestParameters = {
	readonly known: readonly Parameter[];
	readonly others: readonly Parameter[];
	readonly isStreaming: boolean;
};

/** The names that every recent version of the official SDKs accepts, from `MessageCreateParamsBase` in the SDK's `messages.ts`. */
const knownNames: ReadonlySet<string> = new Set([
	'model',
	'max_tokens',
	'messages',
	'cache_control',
	'container',
	'inference_geo',
	'metadata',
	'output_config',
	'service_tier',
	'stop_sequences',
	'system',
	'thinking',
	'tool_choice',
	'tools',
]);

/** Sorts the fields of a request body. A body that is not an object has none. */
export function requestParameters(body: unknown): RequestParameters {
	const json = parseJson(JSON.stringify(body) ?? 'null');
	const fields = isObject(json) ? json : {};
	const parameters = Object.entries(fields)
		.filter(([name]) => name !== 'stream')
		.map(([name, value]): Parameter => [name, value ?? null]);
	return {
		known: parameters.filter(([name]) => knownNames.has(name)),
		others: parameters.filter(([name]) => !knownNames.has(name)),
		isStreaming: fields.stream === true,
	};
}
