import {createServer, type RequestListener} from 'node:http';
import type {Dispatcher} from 'undici';
import {isLoopback} from '../../wire/url-secrets.js';
import {createTapGuard} from '../tap-guard.js';
import {type AlterOptions, canBeAltered, openAlteredBody} from './altered-body.js';
import {checkCaller, type ProxyDoor} from './check-caller.js';
import {forward} from './forward.js';
import {forwardedHeaders, upstreamPath} from './forwarded-request.js';
import {guardedWatch} from './guarded-watch.js';
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
	/** How streams are altered; `null`: nothing is changed. */
	readonly alter: AlterOptions | null;
	/** Answers what is not for the upstream, and returns whether it did. The path is without the token. */
	readonly besides: (path: string, ...call: Parameters<RequestListener>) => boolean;
};

export type RunningProxy = AsyncDisposable & {
	/** The address for clients, with the token. */
	readonly url: string;
};

/** In bytes: more than any server of an API takes. */
const maxHeaderSize = 256 * 1024;

/** Starts a reverse proxy that changes nothing and tells everything. Rejects if the address cannot be had. */
export async function startProxy(options: ProxyOptions): Promise<RunningProxy> {
	const {upstream, dispatcher, host, token, besides, alter, now} = options;
	let door: ProxyDoor = {hosts: [], token};
	const guard = createTapGuard();
	// No limits of its own: a stream may be silent for as long as its client lets it.
	const server = createServer(
		{requestTimeout: 0, headersTimeout: 0, keepAliveTimeout: 0, maxHeaderSize},
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

			// What could become another protocol stays HTTP, as a server may choose. A WebSocket cannot.
			if (request.headers.upgrade?.toLowerCase() === 'websocket') {
				response
					.writeHead(501, {'content-type': 'text/plain'})
					.end('This proxy passes HTTP, not WebSockets.\n');
				return;
			}

			const path = upstreamPath(upstream, caller.path);
			const unguarded = guard.run(() =>
				watchForwarded(options, {
					method: request.method ?? 'GET',
					url: upstream.origin + path,
					headers: forwardedHeaders(request),
				}),
			);
			const watch = guardedWatch(unguarded, guard);
			forward(request, response, {
				dispatcher,
				origin: upstream.origin,
				path,
				watch,
				alter: (status, headers, target) =>
					alter !== null && canBeAltered(status, headers)
						? openAlteredBody({...alter, headers, now, watch, guard, target})
						: null,
			});
		},
	);
	server.timeout = 0;
	server.on('connect', (_, socket) => {
		socket.on('error', () => {});
		socket.end(
			'HTTP/1.1 405 Method Not Allowed\r\nconnection: close\r\ncontent-type: text/plain\r\n\r\nThis proxy makes no tunnels. Send it requests.\n',
		);
	});

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
	door = {
		token,
		hosts: isLoopback(host) ? [name, 'localhost', '127.0.0.1', '[::1]'].map(known => `${known}:${port}`) : [],
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
