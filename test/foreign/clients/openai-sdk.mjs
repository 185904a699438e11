// The OpenAI SDK: its streams have no events of the Messages API.
import OpenAI from 'openai';

const client = new OpenAI();
const stream = await client.chat.completions.create({
	model: 'gpt-test',
	messages: [{role: 'user', content: process.argv[2]}],
	stream: true,
});
for await (const chunk of stream) {
	process.stdout.write(chunk.choices[0]?.delta?.content ?? '');
}
