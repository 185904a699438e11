/**
 * Recognises refused settings by the API's messages, such as ``temperature: range: 0..1`` or
 * ``max_tokens: 100000 > 64000, which is the maximum allowed number of output tokens``. The first match counts.
 */
const hints: ReadonlyArray<readonly [RegExp, string]> = [
	[
		/max_tokens.*budget_tokens|budget_tokens.*max_tokens/,
		'Raise /max-tokens above the budget of /thinking, or take that back with /thinking default. Then /retry.',
	],
	[/temperature|top_[pk]/, 'Take it out with /unset temperature, /unset top_p or /unset top_k. Then /retry.'],
	[/effort/, 'Choose another level with /effort, or leave it to the API with /effort default. Then /retry.'],
	[
		/adaptive|thinking/,
		'Choose another kind with /thinking adaptive, a budget or off, or leave it to the API with /thinking default. Then /retry.',
	],
	[/max_tokens/, 'Choose another limit with /max-tokens. Then /retry.'],
	[/stop_sequences/, 'Choose others with /stop, or none with /stop off. Then /retry.'],
	[/^system\b/, 'Change it with /system, or clear it with /system off. Then /retry.'],
	[/^model\b/, 'Choose another one with /model, which lists the models. Then /retry.'],
	[/prompt is too long/, 'Start a new conversation with /clear, or make the prompt shorter with /edit.'],
];

/** The hint for an API message that refuses a setting, with the command to change it; `null` for any other refusal. */
export function settingHint(message: string): string | null {
	// A message that names a part of the conversation is about its content, whatever else it says.
	if (/^messages[.:]/.test(message)) {
		return null;
	}

	return hints.find(([words]) => words.test(message))?.[1] ?? null;
}
