/** A request to the Messages API as it went over the wire: the URL and the parsed body. There are no headers, so no key either. */
export type HttpRequest = {
	readonly url: string;
	readonly body: unknown;
};

/** The URL without a user name and password, should it have any. */
export function withoutCredentials(url: string): string {
	return url.replace(/^([\w+.-]+:\/\/)[^/?#]*@/, '$1');
}

/** The `baseURL` that makes the SDK call this URL, or `null` where it does so by itself. */
export function baseUrlOf(url: string): string | null {
	const [address = ''] = withoutCredentials(url).split(/[?#]/);
	const base = address.replace(/\/?(v1\/messages)?\/?$/, '');
	return base === 'https://api.anthropic.com' ? null : base;
}

/** True where the SDK's `client.beta.messages` made the request: it says so in the query. */
export function isBeta(url: string): boolean {
	return /[?&]beta=true(&|#|$)/.test(url);
}
