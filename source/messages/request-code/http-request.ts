/** A request to the Messages API as sent: the URL and the parsed body. There are no headers, so no key either. */
export type HttpRequest = {
	readonly url: string;
	readonly body: unknown;
};

/** The URL without any user name and password. */
export function withoutCredentials(url: string): string {
	return url.replace(/^([\w+.-]+:\/\/)[^/?#]*@/, '$1');
}

/** The `baseURL` that makes the SDK call this URL, or `null` if it is the default. */
export function baseUrlOf(url: string): string | null {
	const [address = ''] = withoutCredentials(url).split(/[?#]/);
	const base = address.replace(/\/?(v1\/messages)?\/?$/, '');
	return base === 'https://api.anthropic.com' ? null : base;
}

/** True if the SDK's `client.beta.messages` made the request, which its query shows. */
export function isBeta(url: string): boolean {
	return /[?&]beta=true(&|#|$)/.test(url);
}
