import {once} from 'node:events';
import {createServer} from 'node:http';

const sse = payload => `event: ${payload.type}\ndata: ${JSON.stringify(payload)}\n\n`;
const usage = {input_tokens: 3, output_tokens: 2};

const message = {
	id: 'msg_1',
	type: 'message',
	role: 'assistant',
	model: 'claude-test',
	content: [{type: 'text', text: 'Grüße, Welt'}],
	stop_reason: 'end_turn',
	stop_sequence: null,
	usage,
};

const events = [
	{type: 'message_start', message: {...message, content: [], stop_reason: null}},
	{type: 'content_block_start', index: 0, content_block: {type: 'text', text: ''}},
	{type: 'ping'},
	...['Grü', 'ße, ', 'Welt'].map(text => ({
		type: 'content_block_delta',
		index: 0,
		delta: {type: 'text_delta', text},
	})),
	{type: 'content_block_stop', index: 0},
	{type: 'message_delta', delta: {stop_reason: 'end_turn', stop_sequence: null}, usage},
	{type: 'message_stop'},
];

const error = (type, text) => ({type: 'error', error: {type, message: text}});

const json = (response, status, body, headers = {}) =>
	response
		.writeHead(status, {'content-type': 'application/json', 'request-id': 'req_1', ...headers})
		.end(JSON.stringify(body));

/** Writes a body in reads of a few bytes, so that characters and events are cut. */
const write = async (response, text, after = () => response.end()) => {
	response.writeHead(200, {'content-type': 'text/event-stream', 'request-id': 'req_1'});
	const bytes = Buffer.from(text);
	for (let offset = 0; offset < bytes.length; offset += 37) {
		await new Promise(resolve => response.write(bytes.subarray(offset, offset + 37), resolve));
	}

	after();
};

const stream = events.map(sse).join('');
const beginning = events.slice(0, 5).map(sse).join('');

/** What the server does with a request, by name; `count` is how many came before. */
export const faults = {
	fine: (response, isStream) => (isStream ? write(response, stream) : json(response, 200, message)),
	'overloaded once': (response, isStream, count) =>
		count === 0
			? json(response, 529, error('overloaded_error', 'Overloaded'), {
					'retry-after-ms': '5',
					'retry-after': '0',
				})
			: faults.fine(response, isStream),
	'a bad request': response => json(response, 400, error('invalid_request_error', 'max_tokens: too large')),
	'no access': response => json(response, 401, error('authentication_error', 'invalid x-api-key')),
	'an error in the stream': response =>
		write(response, beginning + sse(error('overloaded_error', 'Overloaded'))),
	'a broken connection': response => write(response, beginning, () => response.destroy()),
	'a stream that is cut': response => write(response, beginning),
	'no JSON': response => write(response, `${beginning}event: content_block_delta\ndata: {"half\n\n`),
	'a page of HTML': response => response.writeHead(200, {'content-type': 'text/html'}).end('<html>'),
	'an empty answer': response => response.writeHead(200, {'content-type': 'text/event-stream'}).end(),
	'status 204': response => response.writeHead(204).end(),
	'no connection': response => response.destroy(),
};

/** A Messages API on 127.0.0.1 with one of the faults. `calls` are the requests as they came. */
export async function serveFault(fault) {
	const calls = [];
	const server = createServer(async (request, response) => {
		const chunks = [];
		for await (const chunk of request) {
			chunks.push(chunk);
		}

		const body = Buffer.concat(chunks).toString();
		const {host: _, ...headers} = request.headers;
		calls.push({method: request.method, url: request.url, headers, body});
		faults[fault](response, JSON.parse(body || '{}').stream === true, calls.length - 1);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${server.address().port}`,
		calls,
		async close() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}
