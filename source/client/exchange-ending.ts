import type Anthropic from '@anthropic-ai/sdk';
import type {EndEvent, TraceError} from '../trace/trace-event.js';
import {printJson} from '../wire/json.js';
import {describeError} from './describe-error.js';
import type {SecretMask} from './secret-mask.js';

type Ending = Pick<EndEvent, 'outcome' | 'error' | 'message'>;

/** How an exchange ended that has a final message. */
export function endedWith(message: Anthropic.Message, mask: Pick<SecretMask, 'text'>): Ending {
	return {outcome: 'complete', error: null, message: toPlain(message, mask)};
}

/** How an exchange ended at which the SDK threw, and the error in words, without the credentials that it may hold. */
export function endedBy(
	error: unknown,
	mask: Pick<SecretMask, 'error'>,
): Ending & {readonly described: TraceError} {
	const described = mask.error(describeError(error));
	return described.kind === 'aborted'
		? {outcome: 'aborted', error: null, message: null, described}
		: {outcome: 'failed', error: described, message: null, described};
}

/** A copy, since the SDK's objects are its own and change; without `parsed_output`, which the SDK adds and the wire does not know. */
function toPlain(message: Anthropic.Message, mask: Pick<SecretMask, 'text'>): unknown {
	const {parsed_output: _, ...plain} = JSON.parse(mask.text(printJson(message)));
	return plain;
}
