import type {Explanation} from './explanation.js';

/** The events that need no second look at their contents, by their type. */
export const eventExplanations: ReadonlyMap<string, Explanation> = new Map([
	[
		'message_start',
		{
			purpose: 'Opens the message: from here on it has an id, a model and a role.',
			payload:
				'`message` is the message, mostly with an empty `content`; its `usage` has the input tokens and a first, provisional count of output tokens.',
		},
	],
	[
		'content_block_stop',
		{
			purpose: 'Closes a content block: no more deltas come for it.',
			payload: '`index` says which block; the JSON of a tool call is whole now and can be parsed.',
		},
	],
	[
		'message_delta',
		{
			purpose: 'Tells why the message ended and what it cost.',
			payload:
				'`delta.stop_reason` is the why; `usage` is cumulative, so it replaces the earlier numbers and is never added to them.',
		},
	],
	[
		'message_stop',
		{
			purpose: 'Ends the message: nothing follows.',
			payload: 'It has none; that it came at all is the news, because a stream without it was cut off.',
		},
	],
	[
		'ping',
		{
			purpose:
				'Keeps the connection alive while there is nothing to say; the official SDK drops it silently.',
			payload: 'It has none, and it may come at any point of the stream.',
		},
	],
	[
		'error',
		{
			purpose:
				'Says that something failed after the stream had begun; the official SDK throws it, and no `message_stop` follows.',
			payload: '`error.type` is the kind, such as `overloaded_error`, and `error.message` says it in words.',
		},
	],
]);

/** An event whose type is not in the API that this program knows. */
export const unknownEvent: Explanation = {
	purpose:
		'An event of a kind that is not known here; the API may add new ones, and programs should pass over them.',
	payload: 'Whatever it brings is in `data`, shown as it came.',
};

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

/** The end mark of another protocol, which some gateways send after `message_stop`. */
export const doneMark: Explanation = {
	purpose: 'The end mark of another protocol, added by a gateway: the Messages API ends with `message_stop`.',
	payload: 'It has none: `[DONE]` is not even JSON, so a named one makes the official SDK throw.',
};

/** Takes the place of the purpose where the `event:` line is missing. */
export const unnamedPurpose =
	'Came without its `event:` line, so the official SDK drops it, although its data may be sound.';
