const allowed = new Set([
	'request-id',
	'x-request-id',
	'x-amzn-requestid',
	'cf-ray',
	'content-type',
	'date',
	'location',
	'retry-after',
	'retry-after-ms',
	'server',
	'server-timing',
	'via',
	'x-envoy-upstream-service-time',
	'x-should-retry',
]);

/** The response headers that a trace may hold, in lower case: request ids, rate limits, retry advice, content type, server timing. */
export function recordedHeaders(headers: Iterable<readonly [string, string]>): Record<string, string> {
	return Object.fromEntries(
		[...headers]
			.map(([name, value]) => [name.toLowerCase(), value] as const)
			.filter(([name]) => allowed.has(name) || name.startsWith('anthropic-ratelimit-'))
			.map(([name, value]) => [name, name === 'location' ? recordedPlace(value) : value]),
	);
}

const allowedOfRequests = new Set(['anthropic-version', 'anthropic-beta']);

/** A tap also tells its clients apart. */
const allowedOfClients = new Set([...allowedOfRequests, 'user-agent']);

/** The request headers of one's own client that are recorded, in lower case: the version of the API and the betas. */
export function recordedRequestHeaders(headers: Iterable<readonly [string, string]>): Record<string, string> {
	return chosenHeaders(headers, allowedOfRequests);
}

/** The request headers that a trace may hold, in lower case: the same, and which program asked. */
export function recordedClientHeaders(headers: Iterable<readonly [string, string]>): Record<string, string> {
	return chosenHeaders(headers, allowedOfClients);
}

function chosenHeaders(
	headers: Iterable<readonly [string, string]>,
	allowed: ReadonlySet<string>,
): Record<string, string> {
	return Object.fromEntries(
		[...headers]
			.map(([name, value]) => [name.toLowerCase(), value] as const)
			.filter(([name]) => allowed.has(name)),
	);
}

/** The URL without possible secrets: no user and no fragment, and only `beta` from the query. Text that is not a URL is dropped. */
export function recordedUrl(url: string): string {
	if (!URL.canParse(url)) {
		return '';
	}

	const {origin, pathname, searchParams} = new URL(url);
	const query = [...searchParams]
		.map(([name, value]) => `${name}=${name === 'beta' ? value : '…'}`)
		.join('&');
	return `${origin}${pathname}${query === '' ? '' : `?${query}`}`;
}

/** The target of a redirect without possible secrets: an address, or a path without its query. */
export function recordedPlace(location: string): string {
	return URL.canParse(location) ? recordedUrl(location) : (location.split(/[?#]/)[0] ?? '');
}
