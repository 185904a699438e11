/** Stop reasons with which an answer is whole on the wire, and yet not at its end. */
const phases: ReadonlyMap<string, string> = new Map(
	Object.entries({
		refusal: 'refused',
		max_tokens: 'cut off at max_tokens',
		model_context_window_exceeded: 'context window full',
		tool_use: 'waits for tool results',
		pause_turn: 'paused (pause_turn)',
	}),
);

/** What a stop reason means for the answer, as in `cut off at max_tokens`. Returns `null` for an answer that simply ended. */
export function stopPhase(reason: string): string | null {
	return phases.get(reason) ?? null;
}
