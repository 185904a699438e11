import type {Trace} from '../../source/trace/trace.js';
import type {EndEvent} from '../../source/trace/trace-event.js';

/** An exchange of a test's trace: the messages of its request, the text that arrived, and how it ended. */
export type ExchangeSketch = {
	readonly messages: readonly unknown[];
	/** Without it nothing arrived. */
	readonly answer?: string;
	readonly outcome?: EndEvent['outcome'];
};

/** Appends a complete exchange with as few events as possible. */
export const appendExchange = (
	trace: Trace,
	{messages, answer, outcome = 'complete'}: ExchangeSketch,
): void => {
	const exchange = (trace.at(trace.length - 1)?.exchange ?? 0) + 1;
	const place = {at: trace.length, exchange, attempt: 1};
	trace.append({
		type: 'request',
		...place,
		method: 'POST',
		url: 'https://api.anthropic.com/v1/messages',
		body: {model: 'm', max_tokens: 10, messages},
	});
	if (answer !== undefined) {
		const payloads = [
			{type: 'message_start', message: {id: 'msg_1', role: 'assistant', model: 'm', content: []}},
			{type: 'content_block_start', index: 0, content_block: {type: 'text', text: ''}},
			{type: 'content_block_delta', index: 0, delta: {type: 'text_delta', text: answer}},
		];
		for (const payload of payloads) {
			trace.append({
				type: 'sse',
				...place,
				at: trace.length,
				chunk: 1,
				event: payload.type,
				data: JSON.stringify(payload),
			});
		}
	}

	trace.append({type: 'end', at: trace.length, exchange, outcome, error: null, message: null});
};
