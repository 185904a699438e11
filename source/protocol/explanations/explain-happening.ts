import type {TitledExplanation} from './explanation.js';

/** The rows of a trace that are no server-sent events, as far as their explanation depends on them. */
export type Happening =
	| {readonly type: 'request'; readonly attempt: number}
	| {readonly type: 'response'; readonly status: number}
	| {readonly type: 'body'}
	| {readonly type: 'end'; readonly outcome: 'complete' | 'aborted' | 'failed'};

/** What a row is for that is no server-sent event: a request, response headers, a body without events, the end of an exchange. */
export function explainHappening(happening: Happening): TitledExplanation {
	switch (happening.type) {
		case 'request':
			return explainRequest(happening.attempt);
		case 'response':
			return explainResponse(happening.status);
		case 'body':
			return {
				title: 'body',
				purpose: 'The answer in one piece: an error, or a message that was asked for without streaming.',
				payload: '`data` is the whole body; an error has `error.type` and `error.message`.',
			};
		case 'end':
			return {title: `end · ${happening.outcome}`, ...endings[happening.outcome]};
	}
}

function explainRequest(attempt: number): TitledExplanation {
	const payload =
		'`body` has the model, `max_tokens`, the `messages` so far and, for events instead of one long wait, `stream: true`.';
	return attempt > 1
		? {
				title: `request · attempt ${attempt}`,
				purpose: 'The same question again: the SDK retries by itself when a failure may pass.',
				payload,
			}
		: {
				title: 'request',
				purpose: 'Asks the question, with the whole conversation in it, because the API remembers nothing.',
				payload,
			};
}

function explainResponse(status: number): TitledExplanation {
	return status < 400
		? {
				title: `response · ${status}`,
				purpose:
					'The server has taken the request on; these are its headers, and the message is yet to come.',
				payload: '`headers` has the `request-id` to name in a report, and what is left of the rate limits.',
			}
		: {
				title: `response · ${status}`,
				purpose: 'The server has turned the request down; the body that follows says why.',
				payload:
					'`status` is the kind of refusal; a `retry-after` among the `headers` says how many seconds to wait.',
			};
}

const endings = {
	complete: {
		purpose: 'The exchange is over, and the message is whole.',
		payload: '`message` is the final message as the SDK accumulated it from the same events.',
	},
	aborted: {
		purpose: 'The exchange was interrupted on this side; the server only sees that the connection closes.',
		payload: 'What had come until then is kept in the events above.',
	},
	failed: {
		purpose: 'The exchange ended in an error; what had come until then is kept.',
		payload: '`error` has a title, what the server said, and what to do next.',
	},
} as const;
