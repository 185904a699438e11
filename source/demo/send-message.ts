import type {DemoExchange} from './demo-exchange.js';
import {sendError, sendJson} from './demo-exchange.js';
import {type DemoMessage, finishedBlock} from './demo-message.js';
import type {Timeline} from './pace-clock.js';
import type {ResponseHeaders} from './response-headers.js';

type MessageReply = {
	readonly message: DemoMessage;
	/** The time that the stream would have taken. */
	readonly serviceMs: number;
	readonly headers: () => ResponseHeaders;
	readonly wait: Timeline;
};

/** Sends the whole message at once, after the time that its stream would have taken. */
export async function sendMessage(
	exchange: DemoExchange,
	{message, serviceMs, headers, wait}: MessageReply,
): Promise<void> {
	if (!(await wait(serviceMs))) {
		return;
	}

	const body = JSON.stringify(messageBody(message));
	const {fault} = message.answer;
	const sent = headers();
	switch (fault?.kind) {
		case 'error':
			sendError(exchange, fault.error);
			return;
		case 'cut-off':
			exchange.response.writeHead(200, {
				...sent,
				'content-type': 'application/json',
				'content-length': body.length,
			});
			exchange.response.write(body.slice(0, body.length / 2), () => exchange.response.destroy());
			return;
		case 'malformed':
			sendJson(exchange, {status: 200, headers: sent, body: body.slice(0, -20)});
			return;
		default:
			sendJson(exchange, {status: 200, headers: sent, body});
	}
}

function messageBody({id, model, answer, startUsage, finalUsage}: DemoMessage) {
	return {
		model,
		id,
		type: 'message',
		role: 'assistant',
		content: answer.blocks.map(finishedBlock),
		...answer.stop,
		usage: {...startUsage, ...finalUsage},
	};
}
