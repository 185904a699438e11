// The floor that the program is measured against: iterates the SDK's stream and writes each text delta to stdout. Nothing else.
// Usage: node bench/floor.mjs BASE_URL

import process from 'node:process';
import Anthropic from '@anthropic-ai/sdk';

const client = new Anthropic({baseURL: process.argv[2]});
const stream = await client.messages.create({
	model: 'claude-haiku-5-5',
	max_tokens: 64_000,
	stream: true,
	messages: [{role: 'user', content: 'go'}],
});
for await (const event of stream) {
	if (event.type === 'content_block_delta' && event.delta.type === 'text_delta') {
		process.stdout.write(event.delta.text);
	}
}
