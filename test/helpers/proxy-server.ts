import {once} from 'node:events';
import {createServer, request as send} from 'node:http';
import {type AddressInfo, connect} from 'node:net';

/** A proxy on 127.0.0.1. `asked` lists what it forwarded, both plain requests and tunnels. */
export async function serveProxy(): Promise<
	AsyncDisposable & {readonly url: string; readonly asked: readonly string[]}
> {
	const asked: string[] = [];
	const server = createServer((request, response) => {
		asked.push(`${request.method} ${request.url}`);
		const onward = send(request.url ?? '', {method: request.method, headers: request.headers}, answer => {
			response.writeHead(answer.statusCode ?? 0, answer.headers);
			answer.pipe(response);
		});
		onward.on('error', () => response.writeHead(502).end());
		request.pipe(onward);
	});
	server.on('connect', (request, socket) => {
		asked.push(`CONNECT ${request.url}`);
		const [host, port] = request.url?.split(':') ?? [];
		const onward = connect(Number(port), host, () => {
			socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
			socket.pipe(onward).pipe(socket);
		});
		onward.on('error', () => socket.destroy());
		socket.on('error', () => onward.destroy());
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		asked,
		async [Symbol.asyncDispose]() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}
