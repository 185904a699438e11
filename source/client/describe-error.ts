import Anthropic from '@anthropic-ai/sdk';
import {errorWords} from '../messages/error-words.js';
import {excerpt} from '../messages/whole-message.js';
import type {TraceError} from '../trace/trace-event.js';
import {isObject, type Json, printJson, stringAt} from '../wire/json.js';
import {recordedPlace} from '../wire/recorded-headers.js';
import {connectionWords} from './connection-words.js';
import {AnswerLimit} from './limit-answers.js';
import {NotAMessage} from './not-a-message.js';
import {settingHint} from './setting-hint.js';

type Words = Pick<TraceError, 'title' | 'hint'>;

/** The API's errors: https://platform.claude.com/docs/en/api/errors */
const byType: ReadonlyMap<string, Words> = new Map(
	Object.entries({
		invalid_request_error: {
			title: 'The API refused the request',
			hint: 'Correct what the message above names, then send it again with /retry.',
		},
		authentication_error: {
			title: 'The credential was not accepted',
			hint: 'Check ANTHROPIC_API_KEY, or start with --demo, which needs no key.',
		},
		billing_error: {
			title: 'The account cannot be billed',
			hint: 'Check the plan and the credit balance of the account, then /retry.',
		},
		permission_error: {
			title: 'The credential does not allow this',
			hint: 'Choose another model with /model, or use a key with access to this one.',
		},
		not_found_error: {
			title: 'Not found',
			hint: 'Check the model’s name (/model lists the models) and --base-url.',
		},
		request_too_large: {
			title: 'The request is too large',
			hint: 'Start a new conversation with /clear, or send less.',
		},
		rate_limit_error: {
			title: 'The rate limit is reached',
			hint: 'Wait until the limit resets, then /retry.',
		},
		api_error: {title: 'The API failed', hint: 'Your request is not the cause. Try again with /retry.'},
		timeout_error: {title: 'The API took too long', hint: 'Try again with /retry, or ask for less.'},
		overloaded_error: {title: 'The API is overloaded', hint: 'Wait a moment, then /retry.'},
	}),
);

const typeOfStatus: Readonly<Record<number, string>> = {
	400: 'invalid_request_error',
	401: 'authentication_error',
	402: 'billing_error',
	403: 'permission_error',
	404: 'not_found_error',
	413: 'request_too_large',
	429: 'rate_limit_error',
	504: 'timeout_error',
	529: 'overloaded_error',
};

/** The words for a type of error of the API, if it is one. */
export function apiErrorWords(type: string): Words | null {
	return byType.get(type) ?? null;
}

/**
 * Describes any error of the SDK or the runtime: what happened, what the server said, and what to do next.
 */
export function describeError(error: unknown): TraceError {
	if (error instanceof Anthropic.APIUserAbortError) {
		return {
			kind: 'aborted',
			title: 'Interrupted',
			detail: null,
			hint: 'The answer so far is kept. Continue the conversation, or /retry.',
		};
	}

	if (error instanceof Anthropic.APIConnectionTimeoutError) {
		return {
			kind: 'timeout',
			title: 'No answer in time',
			detail: error.message,
			hint: 'Check the network, then /retry.',
		};
	}

	if (error instanceof Anthropic.APIConnectionError) {
		return describeConnection(error);
	}

	if (error instanceof Anthropic.APIError) {
		return describeApiError(error);
	}

	const cause = error instanceof Error ? rootCause(error) : error;
	if (cause instanceof AnswerLimit) {
		return describeLimit(cause);
	}

	if (error instanceof NotAMessage) {
		return {
			kind: 'not_a_message',
			title: 'The answer is not a message',
			detail: error.message,
			hint: 'Check --base-url, since a gateway or proxy may have answered. The event log shows the body.',
		};
	}

	return describeStreamError(error instanceof Error ? error : new Error(String(error)));
}

function describeLimit({kind, message}: AnswerLimit): TraceError {
	return kind === 'timeout'
		? {
				kind,
				title: 'The answer stalled',
				detail: message,
				hint: 'Check the network, or wait longer with --timeout. Then /retry.',
			}
		: {
				kind,
				title: 'The answer is too long',
				detail: message,
				hint: 'It was aborted. To allow more, raise --max-answer-events or --max-answer-bytes.',
			};
}

function describeApiError(error: InstanceType<typeof Anthropic.APIError>): TraceError {
	const {status, headers, requestID} = error;
	const location = headers?.get('location');
	if (location && status !== undefined && status >= 300 && status < 400) {
		return describeRedirect(status, location);
	}

	const type: unknown = error.type;
	const named = typeof type === 'string' && type !== '' ? type : null;
	const kind = named ?? typeOfStatus[status ?? 0] ?? (status && status >= 500 ? 'api_error' : 'unknown');
	const words = byType.get(kind) ?? {
		title: status ? `The server answered with status ${status}` : 'The stream reported an error',
		hint: 'Look at the response in the event log, then /retry.',
	};
	// Successful answers carry the header too, but it says nothing about an error in mid-stream.
	const retryAfter = status === undefined ? Number.NaN : Number(headers?.get('retry-after') ?? Number.NaN);
	const requestId = requestID ?? stringAt(error.error, 'request_id');
	const detail = shortened(errorWords(error.apiMessage as Json | undefined) ?? serverText(error));
	const hint = kind === 'invalid_request_error' ? settingHint(detail ?? '') : null;
	return {
		kind,
		title: words.title,
		detail,
		hint: hint ?? words.hint,
		...(status === undefined ? {} : {status}),
		...(requestId ? {requestId} : {}),
		...(Number.isFinite(retryAfter) ? {retryAfter} : {}),
	};
}

/** The client follows no redirects, because the key would go to another host. */
function describeRedirect(status: number, location: string): TraceError {
	return {
		kind: 'redirect',
		title: 'The server redirects the request',
		detail: `It points to ${recordedPlace(location)}. Nothing was sent there, so that the key stays with its host.`,
		hint: 'If you trust that address, set it with --base-url.',
		status,
	};
}

/** The number of characters of a server's message that are shown, since a gateway's page can be long. */
const longestDetail = 600;

function shortened(text: string | null): string | null {
	return text === null || text.length <= longestDetail ? text : excerpt(text, longestDetail);
}

function serverText(error: InstanceType<typeof Anthropic.APIError>): string | null {
	if (typeof error.error === 'string') {
		return error.error;
	}

	return isObject(error.error) ? printJson(error.error) : error.message;
}

function describeConnection(error: Error): TraceError {
	const cause = rootCause(error);
	const code = stringAt(cause, 'code');
	return {
		kind: code || 'connection',
		detail: cause.message || code || error.message,
		...connectionWords(code, cause.message),
	};
}

/** Errors from the body. The SDK wraps the runtime's error and keeps it as the cause. */
function describeStreamError(error: Error): TraceError {
	const cause = rootCause(error);
	const detail = cause.message || error.message;
	if (/Could not resolve authentication method/.test(detail)) {
		return {
			kind: 'no_credential',
			title: 'No credential',
			detail,
			hint: 'Set ANTHROPIC_API_KEY, or start with --demo, which needs no key.',
		};
	}

	if (cause instanceof SyntaxError) {
		return {
			kind: 'malformed',
			title: 'The stream contains invalid JSON',
			detail,
			hint: 'The row marked as thrown in the event log shows it unchanged. /retry asks again.',
		};
	}

	if (/terminated|socket|ECONNRESET|other side closed|aborted/i.test(`${error.message} ${detail}`)) {
		return {
			kind: 'connection_lost',
			title: 'The connection was lost in mid-stream',
			detail,
			hint: 'The answer so far stays on the screen. /retry asks again.',
		};
	}

	if (/without producing a Message|without sending any chunks|stream ended/.test(detail)) {
		return {
			kind: 'ended_early',
			title: 'The stream ended before its message did',
			detail,
			hint: 'The event log shows what arrived. A proxy may have cut it off, or the body was not an event stream. /retry asks again.',
		};
	}

	return {
		kind: error.name,
		title: 'Cannot read the stream',
		detail,
		hint: 'The row marked as thrown in the event log shows where. /retry asks again.',
	};
}

function rootCause(error: Error): Error {
	return error.cause instanceof Error && error.cause !== error ? rootCause(error.cause) : error;
}
