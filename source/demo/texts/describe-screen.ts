import {quoteLine} from './recall-prompts.js';

type ScreenFacts = {
	readonly prompt: string;
	readonly earlier: readonly string[];
	readonly system: string;
	readonly maxTokens: number | undefined;
};

/** The answer to an unknown prompt: a description of what is on the screen. */
export function describeScreen({prompt, earlier, system, maxTokens}: ScreenFacts): string {
	return [
		`You wrote:\n\n> ${quoteLine(prompt)}`,
		'I am the demo server built into this program. I do not think about your words; I play a stream exactly as the Messages API sends one, over real HTTP, so that you can watch it.',
		...(earlier.length > 0 ? [aboutConversation(earlier)] : []),
		...(system === ''
			? []
			: [
					`Your system prompt came with the request: “${quoteLine(system)}”. A model would follow it; I can only show that it arrived.`,
				]),
		'## What is on the screen right now',
		`- **The conversation.** This text grows there, a few characters at a time.
- **The event log**, beside it, or below it on a terminal of fewer than 120 columns. One row is one server-sent event, in the order in which they came. **F3** changes its size.
- **The inspector:** the message that all events together have built so far, or the selected event. **F4** opens and closes it where there is no room for all three.
- **At the bottom:** the prompt, and a status line with the clocks: time to first token, rate, tokens, and in a silence how long ago the last byte came.`,
		'## What to look for',
		`| event | what it brings |
| --- | --- |
| \`message_start\` | the id, the model, and the tokens of your prompt |
| \`content_block_start\` | the announcement of a block: text, thinking, or a tool call |
| \`content_block_delta\` | the next few characters of that block |
| \`ping\` | nothing: the connection is alive |
| \`message_delta\` | why the message ended, and what it cost in all |
| \`message_stop\` | the end |`,
		'The loop behind this screen is as short as this:',
		`\`\`\`ts
const stream = client.messages.stream({model, max_tokens: ${maxTokens ?? 1024}, messages});
for await (const event of stream) {
	log(event);
}

const message = await stream.finalMessage();
\`\`\``,
		'## Keys',
		'**Tab** moves from pane to pane. In the event log, the **arrow keys** select an event; the **comma** steps back in time and **0** returns to the live end. **Esc** stops this answer; **Ctrl+C** does too, and twice in an empty prompt it leaves. So does `exit`. **F1** shows all keys.',
		'Try *“Write me a sonnet about orchids”*, or type `/demo list` to see what else I can play.',
	].join('\n\n');
}

function aboutConversation(earlier: readonly string[]): string {
	const last = quoteLine(earlier.at(-1) ?? '');
	return `This is message ${earlier.length + 1} of our conversation; before it you wrote “${last}”. The request carried all of it again.`;
}
