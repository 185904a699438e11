/** The fields of a request: those of the SDK's `MessageCreateParams` and `BetaMessageCreateParams`, and two for older models. */
const requestFields = new Set(
	`max_tokens messages model cache_control container diagnostics inference_geo metadata output_config service_tier speed stop_sequences stream
	system thinking tool_choice tools user_profile_id workspace_id billing_policy compaction context_management fallback_credit_token fallbacks
	mcp_servers output_format thread temperature top_k top_p`.split(/\s+/),
);

const messageFields = new Set(['role', 'content']);

type Fields = Readonly<Record<string, unknown>>;

/** The path of the first field that the API does not know, or `undefined` if it knows all of them. */
export function unknownField(request: Fields & {readonly messages: readonly Fields[]}): string | undefined {
	const stray = Object.keys(request).find(name => !requestFields.has(name));
	if (stray !== undefined) {
		return stray;
	}

	for (const [index, message] of request.messages.entries()) {
		const name = Object.keys(message).find(field => !messageFields.has(field));
		if (name !== undefined) {
			return `messages.${index}.${name}`;
		}
	}

	return undefined;
}
