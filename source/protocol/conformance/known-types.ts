/** The event types of a stream: `RawMessageStreamEvent` in the SDK's resources/messages/messages.d.ts, and `ping` and `error`. */
export const eventTypes: ReadonlySet<string> = new Set([
	'message_start',
	'content_block_start',
	'content_block_delta',
	'content_block_stop',
	'message_delta',
	'message_stop',
	'ping',
	'error',
]);

/** `StopReason` and `BetaStopReason` in the SDK's resources. */
export const stopReasons: ReadonlySet<string> = new Set([
	'end_turn',
	'max_tokens',
	'stop_sequence',
	'tool_use',
	'pause_turn',
	'compaction',
	'refusal',
	'model_context_window_exceeded',
]);

const toolDeltas: readonly string[] = ['input_json_delta'];

/** The blocks whose input comes as JSON in deltas: `tracksToolInput` in the SDK's lib/MessageStream.ts and lib/BetaMessageStream.ts. */
export const toolBlocks: ReadonlySet<string> = new Set(['tool_use', 'server_tool_use', 'mcp_tool_use']);

/**
 * The known delta types that a block takes, where the SDK's accumulation says so (lib/MessageStream.ts, `#accumulateMessage`).
 * Blocks that are not here come whole, or nothing is known of their deltas: anything may come.
 */
export const deltasOfBlock: ReadonlyMap<string, readonly string[]> = new Map([
	['text', ['text_delta', 'citations_delta']],
	['thinking', ['thinking_delta', 'signature_delta']],
	['redacted_thinking', []],
	...[...toolBlocks].map(type => [type, toolDeltas] as const),
]);
