import type Anthropic from '@anthropic-ai/sdk';
import type {EndEvent, TraceError} from '../trace/trace-event.js';
import {printJson} from '../wire/json.js';
import {describeError} from './describe-error.js';
import type {SecretMask} from './secret-mask.js';
import type {WireFacts} from './wire-facts.js';

type Ending = Pick<EndEvent, 'outcome' | 'error' | 'message'>;

/** The ending of an exchange that has a final message. */
export function endedWith(message: Anthropic.Message, mask: Pick<SecretMask, 'text'>): Ending {
	return {outcome: 'complete', error: null, message: toPlain(message, mask)};
}

/**
 * The ending of an exchange in which the SDK threw, with the error in words and without credentials. `facts` are what the wire brought, which
 * may say more than the SDK.
 */
export function endedBy(
	error: unknown,
	mask: Pick<SecretMask, 'error'>,
	facts?: WireFacts,
): Ending & {readonly described: TraceError} {
	const told = describeError(error);
	const described = mask.error(facts?.explain(told) ?? told);
	return described.kind === 'aborted'
		? {outcome: 'aborted', error: null, message: null, described}
		: {outcome: 'failed', error: described, message: null, described};
}

/** A copy, because the SDK changes its objects. `parsed_output` is left out: the SDK adds it, and the wire does not have it. */
function toPlain(message: Anthropic.Message, mask: Pick<SecretMask, 'text'>): unknown {
	const {parsed_output: _, ...plain} = JSON.parse(mask.text(printJson(message)));
	return plain;
}
