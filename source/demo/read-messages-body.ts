import {modelFacts} from '../messages/models.js';
import {nestingOf} from '../wire/json.js';
import {type ApiError, invalidRequest} from './api-error.js';
import {type ApiVersion, checkVersion} from './api-version.js';
import {checkConversation} from './conversation-rules.js';
import {isKnownModel} from './known-models.js';
import {type MessagesRequest, readMessagesRequest} from './messages-request.js';
import {checkModel} from './model-rules.js';
import type {ScenarioBook} from './scenario-book.js';

/** Far deeper than any request, and not as deep as the stack. */
const maxNesting = 500;

/** Parses a body into a valid request, or returns the API's error. `null` means that the body was too large. */
export function readMessagesBody(
	text: string | null,
	version: ApiVersion,
	book: Pick<ScenarioBook, 'has' | 'unknown'>,
): MessagesRequest | ApiError {
	if (text === null) {
		return {status: 413, type: 'request_too_large', message: 'Request exceeds the maximum size'};
	}

	if (nestingOf(text) > maxNesting) {
		return invalidRequest('The request body is nested too deeply');
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
	if (fault) {
		return fault;
	}

	if (!isKnownModel(request.model, book)) {
		return {status: 404, type: 'not_found_error', message: `model: ${request.model}${hint(request, book)}`};
	}

	const facts = modelFacts(request.model);
	const refusal = checkVersion(request, version) ?? (facts ? checkModel(request, facts) : undefined);
	return refusal === undefined ? request : invalidRequest(refusal);
}

/** A model of the demo names a scenario. */
function hint({model}: MessagesRequest, book: Pick<ScenarioBook, 'unknown'>): string {
	return model.startsWith('demo-') ? `. ${book.unknown(model.slice('demo-'.length))}` : '';
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
