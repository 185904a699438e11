/**
 * A replacer for `JSON.stringify` that removes tokens from request bodies. Servers that the API should call (the beta parameter `mcp_servers`)
 * come with tokens of their own.
 */
export function withoutTokens(key: string, value: unknown): unknown {
	return key === 'authorization_token' ? '…' : value;
}
