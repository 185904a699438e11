import Anthropic from '@anthropic-ai/sdk';

/** The official SDK's result for a body: its final message, or the error that it throws. */
export async function sdkMessage(
	body: string,
	surface: 'stable' | 'beta',
): Promise<{message?: unknown; error?: unknown}> {
	const client = new Anthropic({
		apiKey: 'test',
		maxRetries: 0,
		logLevel: 'off',
		fetch: async () => new Response(body, {headers: {'content-type': 'text/event-stream'}}),
	});
	const params = {model: 'm', max_tokens: 10, messages: [{role: 'user' as const, content: 'hi'}]};
	const stream = surface === 'beta' ? client.beta.messages.stream(params) : client.messages.stream(params);
	try {
		const {parsed_output: _, ...message} = (await stream.finalMessage()) as unknown as Record<
			string,
			unknown
		>;
		return {message: JSON.parse(JSON.stringify(message))};
	} catch (error) {
		return {error};
	}
}
