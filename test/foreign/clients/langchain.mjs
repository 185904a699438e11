// LangChain.js with its package for Anthropic.
import {ChatAnthropic} from '@langchain/anthropic';

const model = new ChatAnthropic({
	model: 'claude-haiku-5-5',
	maxTokens: 1000,
	anthropicApiUrl: process.env.ANTHROPIC_BASE_URL,
	apiKey: process.env.ANTHROPIC_API_KEY,
});
try {
	let whole;
	for await (const chunk of await model.stream(process.argv[2])) {
		process.stdout.write(chunk.text);
		whole = whole === undefined ? chunk : whole.concat(chunk);
	}

	console.log(`\n${whole?.usage_metadata?.output_tokens} tokens`);
} catch (error) {
	console.error(String(error));
	process.exitCode = 1;
}
