import {type ApiError, invalidRequest} from './api-error.js';
import {checkConversation} from './conversation-rules.js';
import {isKnownModel} from './known-models.js';
import {type MessagesRequest, readMessagesRequest} from './messages-request.js';

/** The text of a body as a valid request, or the error that the API answers. `null` stands for a body that was too large. */
export function readMessagesBody(text: string | null): MessagesRequest | ApiError {
	if (text === null) {
		return {status: 413, type: 'request_too_large', message: 'Request exceeds the maximum size'};
	}

	const body = parseJson(text);
	if (body === undefined) {
		return invalidRequest('The request body is not valid JSON');
	}

	const request = readMessagesRequest(body);
	if (isApiError(request)) {
		return request;
	}

	const fault = checkConversation(request);
	return fault ?? (isKnownModel(request.model) ? request : unknownModel(request.model));
}

function unknownModel(id: string): ApiError {
	return {status: 404, type: 'not_found_error', message: `model: ${id}`};
}

export function isApiError(value: MessagesRequest | ApiError): value is ApiError {
	return !('messages' in value);
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
