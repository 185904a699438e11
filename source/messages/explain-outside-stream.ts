import type {TitledExplanation} from './vocabulary/explanation.js';

/** The rows of a trace that are not server-sent events, with the fields that their explanation needs. */
export type OutsideStream =
	| {readonly type: 'request'; readonly attempt: number; readonly body?: unknown}
	| {readonly type: 'response'; readonly status: number}
	| {readonly type: 'body'}
	| {readonly type: 'altered'; readonly how: string}
	| {readonly type: 'end'; readonly outcome: 'complete' | 'aborted' | 'failed'; readonly message?: unknown};

/** Says what a row is for that is not a server-sent event: a request, response headers, a body without events, or the end of an exchange. */
export function explainOutsideStream(event: OutsideStream): TitledExplanation {
	switch (event.type) {
		case 'request':
			return explainRequest(event.attempt, event.body);
		case 'response':
			return explainResponse(event.status);
		case 'body':
			return {
				title: 'body',
				purpose: 'The complete answer: an error, or a message requested without streaming.',
				payload: '`data` is the whole body. An error has `error.type` and `error.message`.',
			};
		case 'altered':
			return {
				title: `altered · ${event.how}`,
				purpose:
					'The proxy was told to alter the stream. The client got this event otherwise than the server sent it.',
				payload:
					'`sse` is the number of the event within its attempt. `event` and `data` are what the client got in its place, `late` how many milliseconds it waited. The event that the server sent is in a row above.',
			};
		case 'end':
			return {title: `end · ${event.outcome}`, ...explainEnd(event.outcome, event.message)};
	}
}

function explainRequest(attempt: number, body: unknown): TitledExplanation {
	if (body === null) {
		return {
			title: 'request',
			purpose: 'Asked the question. A capture of the answer alone does not include it.',
			payload: '`body` is null, because the question is not known.',
		};
	}

	const payload =
		'`body` has the model, `max_tokens`, the `messages` so far and, for events instead of one long wait, `stream: true`.';
	return attempt > 1
		? {
				title: `request · attempt ${attempt}`,
				purpose:
					'Asks the same question again. The SDK retries automatically after a failure that may be temporary.',
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
			purpose: 'The head of the answer. A capture of its body alone does not include it.',
			payload: '`status` is 0 if it is not known.',
		};
	}

	return status < 400
		? {
				title: `response · ${status}`,
				purpose: 'The server has accepted the request. These are its headers, and the message follows.',
				payload: '`headers` has the `request-id` to quote in a report, and what is left of the rate limits.',
			}
		: {
				title: `response · ${status}`,
				purpose: 'The server has rejected the request. The body that follows says why.',
				payload: '`status` is the kind of error. A `retry-after` in `headers` says how many seconds to wait.',
			};
}

function explainEnd(outcome: keyof typeof endings, message: unknown) {
	return outcome === 'complete' && message === null ? wholeWithoutSdk : endings[outcome];
}

const wholeWithoutSdk = {
	purpose: 'The answer reached its message_stop. What the SDK made of it was not recorded.',
	payload: '`message` is null. Column S of the log shows what the SDK does with these events.',
};

const endings = {
	complete: {
		purpose: 'The exchange is over, and the message is complete.',
		payload: '`message` is the final message as the SDK accumulated it from the same events.',
	},
	aborted: {
		purpose: 'The exchange was interrupted on this side. The server only sees the connection close.',
		payload: 'What had arrived until then is kept in the events above.',
	},
	failed: {
		purpose: 'The exchange ended in an error. What had arrived until then is kept.',
		payload: '`error` has a title, what the server said, and what to do next.',
	},
} as const;
