// The bench's server, in a separate process. It supports just enough of the Messages API, and answers each request as last instructed.

import {once} from 'node:events';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import process from 'node:process';
import {setTimeout as delay} from 'node:timers/promises';
import {sendStream} from './send-stream.js';
import type {ServerNews, ServerRequest, StreamPlan} from './stream-plan.js';

const tell = (news: ServerNews): void => {
	process.send?.(news);
};

const createAnswerer = () => {
	let plan: StreamPlan = {deltas: 1, perSecond: null, delay: 0, holdEnd: false};
	let nextMarker = 0;
	let release = (): void => {};

	return {
		hear(request: ServerRequest): void {
			if (request.type === 'plan') {
				plan = request.plan;
			} else {
				release();
			}
		},
		async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
			request.resume();
			await once(request, 'end');
			const current = plan;
			const firstMarker = nextMarker;
			nextMarker += current.deltas;
			tell({type: 'request'});
			await delay(current.delay);
			const sent = await sendStream(response, current, firstMarker);
			if (current.holdEnd) {
				const released = new Promise<void>(resolve => {
					release = resolve;
				});
				tell({type: 'sent', sent});
				await released;
				response.end();
			} else {
				response.end();
				tell({type: 'sent', sent});
			}
		},
	};
};

const answerer = createAnswerer();
const server = createServer((request, response) => {
	if (request.method === 'POST' && /^\/v1\/messages(\?|$)/.test(request.url ?? '')) {
		void answerer.answer(request, response);
		return;
	}

	response.writeHead(404, {'content-type': 'application/json'});
	response.end(
		'{"type":"error","error":{"type":"not_found_error","message":"The bench answers /v1/messages only"}}',
	);
});

process.on('message', answerer.hear);
process.on('disconnect', () => process.exit());

server.listen(0, '127.0.0.1', () => {
	// A server that listens on a port has this kind of address.
	const {port} = server.address() as AddressInfo;
	tell({type: 'listening', url: `http://127.0.0.1:${port}`});
});
