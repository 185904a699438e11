import type {IncomingMessage} from 'node:http';

/**
 * The upstream's own path and query stay: `https://gateway.example/team-a?tenant=1` with `/v1/messages?beta=true`. The client's path goes on as
 * it was written.
 */
export function upstreamPath(upstream: URL, path: string): string {
	const [pathname = '/', ...query] = path.split('?');
	const search = [upstream.search.slice(1), query.join('?')].filter(part => part !== '').join('&');
	return `${upstream.pathname.replace(/\/$/, '')}${pathname}${search === '' ? '' : `?${search}`}`;
}

/** The headers of a request that a server got. */
export function forwardedHeaders({headersDistinct}: Pick<IncomingMessage, 'headersDistinct'>): Headers {
	const headers = new Headers();
	for (const [name, values = []] of Object.entries(headersDistinct)) {
		headers.set(name, values.join(', '));
	}

	return headers;
}
