import {createServer, type RequestListener} from 'node:http';
import type {Dispatcher} from 'undici';
import {checkCaller, type ProxyDoor} from './check-caller.js';
import {forward} from './forward.js';
import {type WatchOptions, watchForwarded} from './watch-forwarded.js';

export type ProxyOptions = Pick<WatchOptions, 'now' | 'emit' | 'mask' | 'exchanges' | 'bodyLimit'> & {
	/** The one server that requests go to. Its path stands before theirs, its query behind. */
	readonly upstream: URL;
	readonly dispatcher: Pick<Dispatcher, 'dispatch'>;
	readonly host: string;
	/** 0 is any free port. */
	readonly port: number;
	/** The first part of every path, where others can reach the proxy; `null` without one. */
	readonly token: string | null;
	/** Answers what is not for the upstream, and returns whether it did. The path is without the token. */
	readonly besides: (path: string, ...call: Parameters<RequestListener>) => boolean;
};

export type RunningProxy = AsyncDisposable & {
	/** The address for clients, with the token. */
	readonly url: string;
};

/** Starts a reverse proxy that changes nothing and tells everything. Rejects if the address cannot be had. */
export async function startProxy(options: ProxyOptions): Promise<RunningProxy> {
	const {upstream, dispatcher, host, token, besides} = options;
	let door: ProxyDoor = {hosts: [], token};
	// No limits of its own: a stream may be silent for as long as its client lets it.
	const server = createServer(
		{requestTimeout: 0, headersTimeout: 0, keepAliveTimeout: 0},
		(request, response) => {
			const caller = checkCaller(request, door);
			if ('words' in caller) {
				response
					.writeHead(caller.status, {'content-type': 'text/plain; charset=utf-8'})
					.end(`${caller.words}\n`);
				return;
			}

			if (besides(caller.path, request, response)) {
				return;
			}

			const target = targetOf(upstream, caller.path);
			const headers = new Headers();
			for (const [name, value] of Object.entries(request.headers)) {
				headers.set(name, String(value));
			}

			const watch = watchForwarded(options, {method: request.method ?? 'GET', url: target.href, headers});
			forward(request, response, {dispatcher, target, watch});
		},
	);
	server.timeout = 0;
	// Neither a tunnel nor another protocol.
	server.on('connect', (_, socket) =>
		socket.end('HTTP/1.1 405 Method Not Allowed\r\nconnection: close\r\n\r\n'),
	);
	server.on('upgrade', (_, socket) =>
		socket.end('HTTP/1.1 501 Not Implemented\r\nconnection: close\r\n\r\n'),
	);

	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(options.port, host, () => {
			server.off('error', reject);
			resolve();
		});
	});

	const address = server.address();
	const port = typeof address === 'object' && address !== null ? address.port : options.port;
	const name = host.includes(':') ? `[${host}]` : host;
	const isLoopback = /^(?:127\.|localhost$|::1$)/.test(host);
	door = {
		token,
		hosts: isLoopback ? [name, 'localhost', '127.0.0.1', '[::1]'].map(known => `${known}:${port}`) : [],
	};
	return {
		url: `http://${name}:${port}${token === null ? '' : `/${token}`}`,
		[Symbol.asyncDispose]: () =>
			new Promise(resolve => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

/** The upstream's own path and query stay: `https://gateway.example/team-a?tenant=1` with `/v1/messages?beta=true`. */
function targetOf(upstream: URL, path: string): URL {
	const target = new URL(upstream);
	const [pathname = '/', ...query] = path.split('?');
	target.pathname = upstream.pathname.replace(/\/$/, '') + pathname;
	target.search = [upstream.search.slice(1), query.join('?')].filter(part => part !== '').join('&');
	return target;
}
