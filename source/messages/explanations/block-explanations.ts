import type {Explanation} from './explanation.js';
import {resultExplanations, unknownResult} from './result-explanations.js';

const blockExplanations: ReadonlyMap<string, Explanation> = new Map([
	...resultExplanations,
	[
		'text',
		{
			purpose: 'Opens a block of the answer’s text.',
			payload: '`content_block.text` is empty as a rule; the `text_delta` events with this `index` fill it.',
		},
	],
	[
		'thinking',
		{
			purpose: 'Opens a block of the model’s reasoning, kept apart from the answer.',
			payload:
				'`content_block` starts empty; `thinking_delta` events fill it, and a `signature_delta` seals it.',
		},
	],
	[
		'redacted_thinking',
		{
			purpose:
				'Carries reasoning that was encrypted for safety; nobody can read it, but it must go back to the API unchanged.',
			payload: 'All of it is in `content_block.data`; no deltas follow.',
		},
	],
	[
		'tool_use',
		{
			purpose: 'The model asks your program to run a tool.',
			payload:
				'`content_block.name` is the tool and `content_block.id` what your result must refer to; `input` mostly starts as `{}` and comes in deltas.',
		},
	],
	[
		'server_tool_use',
		{
			purpose:
				'The model calls a tool that the API runs by itself, such as web search: your program has nothing to do.',
			payload:
				'`content_block.name` is the tool, `input` mostly comes in deltas, and the result follows as a block of its own.',
		},
	],
	[
		'mcp_tool_use',
		{
			purpose: 'The model calls a tool of a remote MCP server, and the API passes the call on.',
			payload:
				'`content_block.server_name` and `content_block.name` say which; `input` mostly comes in deltas.',
		},
	],
	[
		'mcp_tool_listing',
		{
			purpose: 'Lists the tools that a remote MCP server offers.',
			payload: 'All of it is in `content_block.tools`; `content_block.mcp_server_name` is the server.',
		},
	],
	[
		'container_upload',
		{
			purpose: 'Names a file that was put into the container in which the model’s code runs.',
			payload: '`content_block.file_id` is for the Files API; no deltas follow.',
		},
	],
	[
		'compaction',
		{
			purpose: 'Opens a summary that takes the place of an earlier conversation which had grown too long.',
			payload: '`content_block.content` mostly starts as null; a `compaction_delta` brings the summary.',
		},
	],
	[
		'fallback',
		{
			purpose: 'Marks the place where another model took over, because the one before it declined.',
			payload:
				'`content_block.from` and `content_block.to` name the models, `content_block.trigger` the cause; no deltas follow.',
		},
	],
]);

const unknownBlock: Explanation = {
	purpose:
		'Opens a block of a kind that is not known here; the API may add new ones, and programs should keep them as they are.',
	payload: '`content_block` is all that came; `index` is its place in the message.',
};

/** What a `content_block_start` opens, by the type of its `content_block`. */
export function explainBlock(type: string): Explanation {
	return blockExplanations.get(type) ?? (type.endsWith('_tool_result') ? unknownResult : unknownBlock);
}
