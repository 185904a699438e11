import type {Explanation} from './explanation.js';

// What is said of events whose data is no object, and so of no type.

/** An event with a name and nothing else. */
export const emptyEvent: Explanation = {
	purpose: 'An event without data; the official SDK drops it.',
	payload: 'It has none: there was no `data:` line, or an empty one.',
};

/** An event whose data does not parse. */
export const brokenEvent: Explanation = {
	purpose: 'An event whose data is not JSON; the official SDK throws when it comes to one that has a name.',
	payload: '`data` is shown as it came, and no message can be built from it.',
};

/** An event on which this program failed. */
export const unreadableEvent: Explanation = {
	purpose: 'An event that could not be read, because this program failed on it.',
	payload: '`data` is shown as it came; everything after it is read as usual.',
};

/** The end mark of another protocol, which some gateways send after `message_stop`. */
export const doneMark: Explanation = {
	purpose: 'The end mark of another protocol, added by a gateway: the Messages API ends with `message_stop`.',
	payload: 'It has none: `[DONE]` is not even JSON, so a named one makes the official SDK throw.',
};

/** Takes the place of the purpose where the `event:` line is missing. */
export const unnamedPurpose =
	'Came without its `event:` line, so the official SDK drops it, although its data may be sound.';
