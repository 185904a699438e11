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
