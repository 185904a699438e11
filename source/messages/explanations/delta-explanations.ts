import type {Explanation} from './explanation.js';

/** What a `content_block_delta` brings, by the type of its `delta`. */
export const deltaExplanations: ReadonlyMap<string, Explanation> = new Map([
	[
		'text_delta',
		{
			purpose: 'Brings the next piece of the answer.',
			payload: 'Append `delta.text` to the text of block `index`.',
		},
	],
	[
		'input_json_delta',
		{
			purpose: 'Brings the next piece of a tool’s input: JSON text, cut anywhere.',
			payload:
				'Append `delta.partial_json`, which may be empty, and parse the whole when the block stops; nothing at all means no arguments.',
		},
	],
	[
		'thinking_delta',
		{
			purpose: 'Brings the next piece of the model’s reasoning.',
			payload: 'Append `delta.thinking` to the thinking of block `index`; it may be empty.',
		},
	],
	[
		'signature_delta',
		{
			purpose: 'Brings the seal of a thinking block, by which the API later knows it for its own.',
			payload: '`delta.signature` is opaque and comes whole; send it back unchanged with the block.',
		},
	],
	[
		'citations_delta',
		{
			purpose: 'Says which source a text block rests on; there may be several for one block.',
			payload:
				'`delta.citation` has the cited text and where it stands: characters, pages or blocks of a document, a search result, or a URL.',
		},
	],
	[
		'compaction_delta',
		{
			purpose: 'Brings the summary that stands for the earlier conversation, in one piece.',
			payload:
				'`delta.content` is the summary, or null if there is none; `delta.encrypted_content` is opaque and goes back unchanged.',
		},
	],
]);

/** A delta whose type is not in the API that this program knows. */
export const unknownDelta: Explanation = {
	purpose:
		'Adds something of a kind that is not known here to a block; the official SDK hands it on and leaves the message as it was.',
	payload: 'Whatever it brings is in `delta`; `index` says for which block.',
};
