// The official TypeScript SDK, used as its documentation shows.
import Anthropic from '@anthropic-ai/sdk';

const client = new Anthropic();
const stream = client.messages.stream({
	model: 'claude-haiku-5-5',
	max_tokens: 1000,
	messages: [{role: 'user', content: process.argv[2]}],
});
stream.on('text', text => process.stdout.write(text));
try {
	const message = await stream.finalMessage();
	console.log(`\n${message.usage.output_tokens} tokens`);
} catch (error) {
	console.error(String(error));
	process.exitCode = 1;
}
