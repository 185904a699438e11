import type {Explanation} from './explanation.js';

// Explanations for events whose data is not an object, so that they have no type.

/** An event with a name and nothing else. */
export const emptyEvent: Explanation = {
	purpose: 'An event without data. The official SDK drops it.',
	payload: 'It brings nothing: the `data:` line is missing or empty.',
};

/** An event whose data does not parse. */
export const brokenEvent: Explanation = {
	purpose: 'An event whose data is not JSON. The official SDK throws on it if it has a name.',
	payload: '`data` is shown unchanged, and no message can be built from it.',
};

/** An event on which this program failed. */
export const unreadableEvent: Explanation = {
	purpose: 'An event that could not be read, because this program failed on it.',
	payload: '`data` is shown unchanged. Everything after it is read as usual.',
};

/** The end mark of another protocol, which some gateways send after `message_stop`. */
export const doneMark: Explanation = {
	purpose: 'The end mark of another protocol, added by a gateway. The Messages API ends with `message_stop`.',
	payload:
		'It brings nothing: `[DONE]` is not even JSON. With an event name it makes the official SDK throw.',
};

/** Replaces the purpose if the `event:` line is missing. */
export const unnamedPurpose =
	'Has no `event:` line, so the official SDK drops it, although its data may be valid.';
