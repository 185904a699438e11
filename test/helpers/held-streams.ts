import {once} from 'node:events';
import type {ServerResponse} from 'node:http';
import {refuseModels, serve} from './capture-server.js';
import {createConditionWaiters} from './condition-waiters.js';
import {patience} from './patience.js';

/** The fields of a request body that tests read. */
export type AskedMessages = {
	readonly messages: ReadonlyArray<{readonly role: string; readonly content: unknown}>;
	readonly stream?: boolean;
	readonly model?: string;
};

/** A request that waits for the test to answer it, event by event. */
export type HeldStream = {
	readonly asked: AskedMessages;
	/** Sends the head of an event stream with `message_start` and an open text block. */
	readonly start: () => void;
	readonly text: (text: string) => void;
	/** Sends any event. */
	readonly event: (payload: {readonly type: string; readonly [key: string]: unknown}) => void;
	/** Closes the text block and ends the message. */
	readonly finish: () => void;
	/** Ends the body. */
	readonly end: () => void;
	/** Answers with an error before any stream. */
	readonly refuse: (status: number, body: string, headers?: Readonly<Record<string, string>>) => void;
	/** Resolves when the connection is closed. */
	readonly closed: Promise<unknown>;
};

export type HeldStreams = AsyncDisposable & {
	readonly url: string;
	/** Resolves with the next request when it arrives. */
	readonly next: () => Promise<HeldStream>;
};

/** A Messages API whose streams continue only when the test says so. */
export const serveHeldStreams = async (): Promise<HeldStreams> => {
	const arrived: HeldStream[] = [];
	const waiters = createConditionWaiters();
	const server = await serve((response, body) => {
		if (body === '') {
			refuseModels(response);
			return;
		}

		arrived.push(holdStream(response, JSON.parse(body) as AskedMessages));
		waiters.check();
	});
	return {
		...server,
		async next() {
			await waiters.wait(
				() => arrived.length > 0,
				patience,
				reason => `No request came: ${reason}`,
			);
			return arrived.shift() as HeldStream;
		},
	};
};

const holdStream = (response: ServerResponse, asked: AskedMessages): HeldStream => {
	const event: HeldStream['event'] = payload => {
		response.write(`event: ${payload.type}\ndata: ${JSON.stringify(payload)}\n\n`);
	};

	return {
		asked,
		event,
		start() {
			response.writeHead(200, {'content-type': 'text/event-stream; charset=utf-8', 'request-id': 'req_held'});
			event({
				type: 'message_start',
				message: {
					id: 'msg_held',
					type: 'message',
					role: 'assistant',
					model: 'claude-held',
					content: [],
					stop_reason: null,
					stop_sequence: null,
					usage: {input_tokens: 12, output_tokens: 1},
				},
			});
			event({type: 'content_block_start', index: 0, content_block: {type: 'text', text: ''}});
		},
		text: text => event({type: 'content_block_delta', index: 0, delta: {type: 'text_delta', text}}),
		finish() {
			event({type: 'content_block_stop', index: 0});
			event({
				type: 'message_delta',
				delta: {stop_reason: 'end_turn', stop_sequence: null},
				usage: {output_tokens: 42},
			});
			event({type: 'message_stop'});
			response.end();
		},
		end: () => response.end(),
		refuse(status, body, headers = {}) {
			response.writeHead(status, {'content-type': 'application/json', ...headers});
			response.end(body);
		},
		closed: once(response, 'close'),
	};
};
