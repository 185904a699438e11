import {once} from 'node:events';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

export type TapRequest = {readonly request: IncomingMessage; readonly body: Buffer};

/** A server on 127.0.0.1 that keeps every byte it receives. */
export async function serveTap(
	answer: (response: ServerResponse, call: TapRequest) => void,
): Promise<AsyncDisposable & {readonly url: string; readonly calls: readonly TapRequest[]}> {
	const calls: TapRequest[] = [];
	const server = createServer(async (request, response) => {
		try {
			const chunks: Buffer[] = [];
			for await (const chunk of request) {
				chunks.push(chunk);
			}

			const call = {request, body: Buffer.concat(chunks)};
			calls.push(call);
			answer(response, call);
		} catch {
			response.destroy();
		}
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		calls,
		async [Symbol.asyncDispose]() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}
