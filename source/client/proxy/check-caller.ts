import type {IncomingMessage} from 'node:http';

/** Who may use the proxy. */
export type ProxyDoor = {
	/** The names and addresses by which it is reached, with the port: `127.0.0.1:8788`. Empty: any. */
	readonly hosts: readonly string[];
	/** The first part of every path, where others can reach the proxy. */
	readonly token: string | null;
};

/** The path for the upstream, or why the request is refused and with which status. */
export type CheckedCaller = {readonly path: string} | {readonly status: number; readonly words: string};

/**
 * Refuses what only an open proxy would take, and what another website makes a browser send: it may know the port, but it cannot leave out its
 * `Origin`, and under a name of its own for this machine the `Host` shows it.
 */
export function checkCaller(
	{url = '', headers, httpVersion}: Pick<IncomingMessage, 'url' | 'headers' | 'httpVersion'>,
	{hosts, token}: ProxyDoor,
): CheckedCaller {
	if (!url.startsWith('/')) {
		return {status: 400, words: 'This proxy forwards to one server only. Send it paths, not addresses.'};
	}

	const {host} = headers;
	if (hosts.length > 0 && host !== undefined && !hosts.includes(host.toLowerCase())) {
		return {status: 403, words: `This proxy is not reached by the name ${JSON.stringify(host)}.`};
	}

	if (host === undefined && httpVersion !== '1.0') {
		return {status: 400, words: 'The Host header is missing.'};
	}

	const {origin} = headers;
	if ((origin !== undefined && !isLocalOrigin(origin)) || headers['sec-fetch-site'] === 'cross-site') {
		return {status: 403, words: 'This proxy takes no requests from websites.'};
	}

	if (token === null) {
		return {path: url};
	}

	return url === `/${token}` || url.startsWith(`/${token}/`)
		? {path: url.slice(token.length + 1) || '/'}
		: {status: 403, words: 'The token is missing at the beginning of the path.'};
}

function isLocalOrigin(origin: string): boolean {
	return /^https?:\/\/(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/.test(origin);
}
