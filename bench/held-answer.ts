import {once} from 'node:events';
import {createServer, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

/** A server that begins one answer and sends its parts on demand. */
export type HeldAnswer = Disposable & {
	readonly url: string;
	/** Resolves when the request has arrived. */
	readonly requested: Promise<void>;
	/** Sends text unchanged: whole server-sent events. */
	readonly send: (text: string) => Promise<void>;
};

/** Milliseconds. No program takes longer to send its request. */
const longest = 60_000;

export const startHeldAnswer = async (): Promise<HeldAnswer> => {
	const {promise: response, resolve, reject} = Promise.withResolvers<ServerResponse>();
	const limit = setTimeout(() => reject(new Error('No request came')), longest);
	response.catch(() => {});
	const server = createServer((request, answer) => {
		request.resume();
		if (request.method === 'POST' && /^\/v1\/messages(\?|$)/.test(request.url ?? '')) {
			answer.writeHead(200, {'content-type': 'text/event-stream', 'request-id': 'req_bench'});
			answer.flushHeaders();
			clearTimeout(limit);
			resolve(answer);
			return;
		}

		answer.writeHead(404, {'content-type': 'application/json'});
		answer.end('{"type":"error","error":{"type":"not_found_error","message":"Only /v1/messages"}}');
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	// A server that listens on a port has this kind of address.
	const {port} = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		requested: response.then(() => undefined),
		send: async text => void (await response).write(text),
		[Symbol.dispose]() {
			clearTimeout(limit);
			server.closeAllConnections();
			server.close();
		},
	};
};
