import {once} from 'node:events';
import {createServer, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

/** A server on 127.0.0.1 that answers every request with what `answer` writes. */
export async function serve(
	answer: (response: ServerResponse, body: string) => void,
): Promise<AsyncDisposable & {url: string}> {
	const server = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) {
			chunks.push(chunk);
		}

		answer(response, Buffer.concat(chunks).toString());
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		async [Symbol.asyncDispose]() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}

/** Answers a request for the models as a gateway does that has no list of them. */
export function refuseModels(response: ServerResponse): void {
	response.writeHead(404, {'content-type': 'application/json'});
	response.end('{"type":"error","error":{"type":"not_found_error","message":"Not found"}}');
}

/** Answers with a stream's body in reads of `size` bytes. */
export function writeStream(response: ServerResponse, body: string, size = 1000): void {
	response.writeHead(200, {'content-type': 'text/event-stream; charset=utf-8', 'request-id': 'req_test'});
	const bytes = Buffer.from(body);
	const write = (offset: number) => {
		if (offset >= bytes.length) {
			response.end();
		} else {
			response.write(bytes.subarray(offset, offset + size), () => setImmediate(write, offset + size));
		}
	};
	write(0);
}
