import {once} from 'node:events';
import {createServer, type IncomingHttpHeaders} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {JsonObject} from '../../source/wire/json.js';
import {refuseModels} from './capture-server.js';

/** A request for a message, as it arrived. */
export type LoggedRequest = {
	readonly url: string;
	readonly headers: IncomingHttpHeaders;
	readonly body: JsonObject;
};

/**
 * A Messages API on 127.0.0.1 that keeps each request, and answers with `Yes.`, as a stream or whole. If it has models, it lists them, and answers
 * only once a client has read the list.
 */
export const serveLog = async (models: readonly JsonObject[] = []) => {
	const logged: LoggedRequest[] = [];
	const listed: string[] = [];
	const isListRead = Promise.withResolvers<void>();
	const server = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) {
			chunks.push(chunk);
		}

		if (request.method !== 'POST') {
			listed.push(request.url ?? '');
			if (models.length > 0) {
				request.socket.once('close', isListRead.resolve);
				response.writeHead(200, {'content-type': 'application/json', connection: 'close'});
				response.end(JSON.stringify({data: models, has_more: false, first_id: null, last_id: null}));
				return;
			}

			refuseModels(response);
			return;
		}

		const body = JSON.parse(Buffer.concat(chunks).toString()) as JsonObject;
		logged.push({url: request.url ?? '', headers: request.headers, body});
		if (models.length > 0) {
			await isListRead.promise;
		}

		const isStream = body.stream === true;
		response.writeHead(200, {'content-type': isStream ? 'text/event-stream' : 'application/json'});
		response.end(isStream ? stream : JSON.stringify(message));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		logged,
		/** The paths of the requests for models. */
		listed,
		async [Symbol.asyncDispose]() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
};

const empty = {
	id: 'msg_1',
	type: 'message',
	role: 'assistant',
	model: 'm',
	content: [],
	stop_reason: null,
	stop_sequence: null,
	usage: {input_tokens: 1, output_tokens: 1},
};

const message = {...empty, content: [{type: 'text', text: 'Yes.'}], stop_reason: 'end_turn'};

const stream = [
	{type: 'message_start', message: empty},
	{type: 'content_block_start', index: 0, content_block: {type: 'text', text: ''}},
	{type: 'content_block_delta', index: 0, delta: {type: 'text_delta', text: 'Yes.'}},
	{type: 'content_block_stop', index: 0},
	{type: 'message_delta', delta: {stop_reason: 'end_turn', stop_sequence: null}, usage: {output_tokens: 2}},
	{type: 'message_stop'},
]
	.map(event => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
	.join('');
