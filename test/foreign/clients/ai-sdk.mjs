// The Vercel AI SDK with its provider for Anthropic.
import {createAnthropic} from '@ai-sdk/anthropic';
import {streamText} from 'ai';

const anthropic = createAnthropic({
	baseURL: `${process.env.ANTHROPIC_BASE_URL}/v1`,
	apiKey: process.env.ANTHROPIC_API_KEY,
});
const fail = error => {
	console.error(String(error?.message ?? error));
	process.exitCode = 1;
};
try {
	const result = streamText({
		model: anthropic('claude-haiku-5-5'),
		maxOutputTokens: 1000,
		prompt: process.argv[2],
		onError: ({error}) => fail(error),
	});
	for await (const text of result.textStream) {
		process.stdout.write(text);
	}

	const {outputTokens} = await result.usage;
	console.log(`\n${outputTokens} tokens`);
} catch (error) {
	fail(error);
}
