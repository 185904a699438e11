import type {Finding} from '../messages/conformance/finding.js';
import {wholeMessageRule} from '../messages/conformance/rules/whole-message-rule.js';
import {readWholeAnswer} from '../messages/whole-message.js';
import type {EventlessAttempt} from '../trace/should-stream.js';
import {stringAt} from '../wire/json.js';

/** Checks the answer to a non-streaming message request. `null` if it is a message, or an error by its status. */
export function judgeWholeAnswer({request, response, body}: EventlessAttempt): Finding | null {
	const isAsked = request?.method === 'POST' && /\/messages\/?(?:\?|$)/.test(request.url);
	const {status = 0} = response ?? {};
	if (!isAsked || status < 200 || status > 299) {
		return null;
	}

	const answer = readWholeAnswer(body?.data ?? '');
	if (answer.kind === 'message') {
		return null;
	}

	const message =
		answer.kind === 'other'
			? answer.fault
			: `The body is an error with status ${status}: ${JSON.stringify(stringAt(answer.body.error, 'type'))}`;
	const {name, severity} = wholeMessageRule;
	return {rule: name, severity, position: null, message};
}
