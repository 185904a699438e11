/** The variable that makes an SDK use an address, and what stands in it. */
export type TapVariable = {readonly name: string; readonly value: string};

type Vendor = {readonly host: RegExp; readonly name: string; readonly path: string};

/** Where the SDKs of an API look for its address. Sources: the environment variables in the documentation of each SDK. */
const vendors: readonly Vendor[] = [
	{host: /openai|openrouter|groq|mistral|deepseek|together/, name: 'OPENAI_BASE_URL', path: '/v1'},
	{host: /generativelanguage|gemini/, name: 'GOOGLE_GEMINI_BASE_URL', path: ''},
	{host: /ollama|:11434$/, name: 'OLLAMA_HOST', path: ''},
];

/** The variables for a client of the upstream. Names that the user gives come in place of the known ones. */
export function tapVariables(url: string, upstream: URL, named: readonly string[]): readonly TapVariable[] {
	if (named.length > 0) {
		return named.map(name => ({name, value: url}));
	}

	const vendor = vendors.find(({host}) => host.test(upstream.host));
	if (vendor === undefined) {
		return [{name: 'ANTHROPIC_BASE_URL', value: url}];
	}

	const hasPath = upstream.pathname.replace(/\/$/, '').endsWith(vendor.path) && vendor.path !== '';
	return [{name: vendor.name, value: hasPath ? url : `${url}${vendor.path}`}];
}
