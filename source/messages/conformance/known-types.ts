import {blockFields} from './known-fields.js';

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

/** The blocks whose input comes as JSON in deltas: `tracksToolInput` in the SDK's lib/MessageStream.ts and lib/BetaMessageStream.ts. */
export const toolBlocks: ReadonlySet<string> = new Set(['tool_use', 'server_tool_use', 'mcp_tool_use']);

/**
 * The known delta types that a block takes, as the SDK's accumulation has it (lib/BetaMessageStream.ts, `#accumulateMessage`). Any other known
 * block comes whole and takes none.
 */
const deltasOfBlock = new Map<string, readonly string[]>([
	['text', ['text_delta', 'citations_delta']],
	['thinking', ['thinking_delta', 'signature_delta']],
	['compaction', ['compaction_delta']],
	...[...toolBlocks].map(type => [type, ['input_json_delta']] as const),
]);

/** Whether a block of a type takes a delta of a known type. Nothing is known of unknown blocks: they take any. */
export function takesDelta(block: string, delta: string): boolean {
	return !blockFields.has(block) || deltasOfBlock.get(block)?.includes(delta) === true;
}
