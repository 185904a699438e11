/**
 * A replacer for `JSON.stringify` of request bodies: servers that a request names for the API to call come with a token of their own
 * (the beta parameter `mcp_servers`).
 */
export function withoutTokens(key: string, value: unknown): unknown {
	return key === 'authorization_token' ? '…' : value;
}
