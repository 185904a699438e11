import {type DemoExchange, sendError, sendJson} from './demo-exchange.js';
import {countInputTokens} from './demo-message.js';
import {isApiError, readMessagesBody} from './read-messages-body.js';

/** Answers `POST /v1/messages/count_tokens`. */
export function respondCountTokens(exchange: DemoExchange): void {
	const request = readMessagesBody(exchange.body, exchange.version, exchange.context.scenarios);
	if (isApiError(request)) {
		sendError(exchange, request);
		return;
	}

	sendJson(exchange, {status: 200, body: JSON.stringify({input_tokens: countInputTokens(request)})});
}
