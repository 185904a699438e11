import {isObject, type Json, parseJson} from '../../wire/json.js';

type Parameter = readonly [name: string, value: Json];

/** The parameters of a request, apart from `stream`. `others` are those that the SDKs do not know by name. */
export type RequestParameters = {
	readonly known: readonly Parameter[];
	readonly others: readonly Parameter[];
	readonly isStreaming: boolean;
};

/** What every recent version of the official SDKs accepts by name, from `MessageCreateParamsBase` of the SDK's `messages.ts`. */
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

/** Sorts the fields of a request body; a body that is no object has none. */
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
