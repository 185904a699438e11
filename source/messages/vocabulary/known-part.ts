/**
 * The names of the fields that a part of an event may have. `path` leads to the part from the event, the block or the delta. From the SDK's
 * types, stable and beta together: resources/messages/messages.d.ts and resources/beta/messages/messages.d.ts.
 */
export type KnownPart = {
	readonly path: readonly string[];
	readonly fields: ReadonlySet<string>;
};

/** The part under a path such as `message.usage`, or the whole without a path. */
export function part(fields: readonly string[], path = ''): KnownPart {
	return {path: path === '' ? [] : path.split('.'), fields: new Set(fields)};
}

export const usageFields = [
	'cache_creation',
	'cache_creation_input_tokens',
	'cache_read_input_tokens',
	'fallback_credit',
	'inference_geo',
	'input_tokens',
	'iterations',
	'output_tokens',
	'output_tokens_details',
	'server_tool_use',
	'service_tier',
	'speed',
];
