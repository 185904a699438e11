import {refuseModels, serve} from './capture-server.js';

/** The body of a request to the Messages API. */
export type AskedBody = {
	readonly messages: readonly unknown[];
	readonly stream?: boolean;
	readonly [field: string]: unknown;
};

export type AnsweringApi = AsyncDisposable & {
	readonly url: string;
	/** The requests so far, in order. */
	readonly asked: readonly AskedBody[];
	/** The next answers are errors of this kind, until it is `null`. */
	readonly refuseWith: (refusal: {readonly status: number; readonly message: string} | null) => void;
};

/** A Messages API that answers the n-th request with `Answer n.` at once, and knows no models. */
export const serveAnswers = async (): Promise<AnsweringApi> => {
	const asked: AskedBody[] = [];
	let refusal: {readonly status: number; readonly message: string} | null = null;
	const server = await serve((response, body) => {
		if (body === '') {
			refuseModels(response);
			return;
		}

		asked.push(JSON.parse(body) as AskedBody);
		if (refusal === null) {
			response.writeHead(200, {'content-type': 'text/event-stream', 'request-id': 'req_test'});
			response.end(streamOf(`Answer ${asked.length}.`));
		} else {
			response.writeHead(refusal.status, {'content-type': 'application/json'});
			const error = {type: 'invalid_request_error', message: refusal.message};
			response.end(JSON.stringify({type: 'error', error}));
		}
	});
	return {
		...server,
		asked,
		refuseWith(next) {
			refusal = next;
		},
	};
};

const streamOf = (text: string): string =>
	[
		{
			type: 'message_start',
			message: {
				id: 'msg_test',
				type: 'message',
				role: 'assistant',
				model: 'claude-test',
				content: [],
				stop_reason: null,
				stop_sequence: null,
				usage: {input_tokens: 3, output_tokens: 1},
			},
		},
		{type: 'content_block_start', index: 0, content_block: {type: 'text', text: ''}},
		{type: 'content_block_delta', index: 0, delta: {type: 'text_delta', text}},
		{type: 'content_block_stop', index: 0},
		{
			type: 'message_delta',
			delta: {stop_reason: 'end_turn', stop_sequence: null},
			usage: {output_tokens: 4},
		},
		{type: 'message_stop'},
	]
		.map(payload => `event: ${payload.type}\ndata: ${JSON.stringify(payload)}\n\n`)
		.join('');
