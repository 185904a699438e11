/** How each SDK finds the server. Any word serves as the key. */
export type SdkLines = {readonly sdk: string; readonly code: string};

export function sdkLines(url: string): readonly SdkLines[] {
	return [
		{sdk: 'any SDK, by the environment', code: `export ANTHROPIC_BASE_URL=${url} ANTHROPIC_API_KEY=demo`},
		{sdk: 'Python', code: `client = anthropic.Anthropic(base_url="${url}", api_key="demo")`},
		{sdk: 'TypeScript', code: `const client = new Anthropic({baseURL: '${url}', apiKey: 'demo'});`},
		{
			sdk: 'Go',
			code: `client := anthropic.NewClient(option.WithBaseURL("${url}"), option.WithAPIKey("demo"))`,
		},
		{
			sdk: 'Vercel AI SDK',
			code: `const anthropic = createAnthropic({baseURL: '${url}/v1', apiKey: 'demo'});`,
		},
		{sdk: 'LangChain.js', code: `new ChatAnthropic({anthropicApiUrl: '${url}', apiKey: 'demo'});`},
		{
			sdk: 'curl',
			code: `curl -N ${url}/v1/messages -H 'x-api-key: demo' -H 'anthropic-version: 2023-06-01' -H 'content-type: application/json' -d '{"model":"claude-haiku-5-5","max_tokens":200,"stream":true,"messages":[{"role":"user","content":"Hi"}]}'`,
		},
	];
}
