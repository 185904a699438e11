/** Which of the SDK's two message helpers reads the stream. They keep different fields of `message_delta`. */
export type ApiSurface = 'stable' | 'beta';

/** The part of a request that shows its surface. Header names are in lower case. */
export type SurfaceSigns = {
	readonly url: string;
	readonly headers?: Readonly<Record<string, string>>;
};

/** A request is of the beta surface if it names a beta, or if its URL has the beta helper's `?beta=true`. */
export function surfaceOf({url, headers}: SurfaceSigns): ApiSurface {
	return headers?.['anthropic-beta'] !== undefined || isBetaUrl(url) ? 'beta' : 'stable';
}

/** True for the URL that the SDK's `client.beta.messages` requests. */
export function isBetaUrl(url: string): boolean {
	return url.includes('beta=true') && /[?&]beta=true(&|#|$)/.test(url);
}
