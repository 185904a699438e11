/** The fields of a request: those of the SDK's `MessageCreateParams` and `BetaMessageCreateParams`, and three for the older version. */
export const requestFields: ReadonlySet<string> = new Set(
	`max_tokens messages model cache_control container diagnostics inference_geo metadata output_config service_tier speed stop_sequences stream
	system thinking tool_choice tools user_profile_id workspace_id billing_policy compaction context_management fallback_credit_token fallbacks
	mcp_servers output_format thread temperature top_k top_p`.split(/\s+/),
);
