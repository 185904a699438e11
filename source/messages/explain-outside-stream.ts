import type {TitledExplanation} from './vocabulary/explanation.js';

/** The rows of a trace that are no server-sent events, as far as their explanation depends on them. */
export type OutsideStream =
	| {readonly type: 'request'; readonly attempt: number; readonly body?: unknown}
	| {readonly type: 'response'; readonly status: number}
	| {readonly type: 'body'}
	| {readonly type: 'end'; readonly outcome: 'complete' | 'aborted' | 'failed'; readonly message?: unknown};

/** What a row is for that is no server-sent event: a request, response headers, a body without events, the end of an exchange. */
export function explainOutsideStream(event: OutsideStream): TitledExplanation {
	switch (event.type) {
		case 'request':
			return explainRequest(event.attempt, event.body);
		case 'response':
			return explainResponse(event.status);
		case 'body':
			return {
				title: 'body',
				purpose: 'The answer in one piece: an error, or a message that was asked for without streaming.',
				payload: '`data` is the whole body; an error has `error.type` and `error.message`.',
			};
		case 'end':
			return {title: `end · ${event.outcome}`, ...explainEnd(event.outcome, event.message)};
	}
}

function explainRequest(attempt: number, body: unknown): TitledExplanation {
	if (body === null) {
		return {
			title: 'request',
			purpose: 'Asked the question; a capture of the answer alone does not hold it.',
			payload: '`body` is null: what was asked is not known.',
		};
	}

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
	if (status === 0) {
		return {
			title: 'response · status not known',
			purpose: 'The head of the answer; a capture of its body alone does not hold it.',
			payload: '`status` is 0 where it is not known.',
		};
	}

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

function explainEnd(outcome: keyof typeof endings, message: unknown) {
	return outcome === 'complete' && message === null ? wholeWithoutSdk : endings[outcome];
}

const wholeWithoutSdk = {
	purpose: 'The answer came to its message_stop; what the SDK made of it is not recorded.',
	payload: '`message` is null: column S of the log says what the SDK does with these events.',
};

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
