import type {Explanation} from './explanation.js';

/** The results of tools that the API ran. All of them come whole in the start of their block. */
export const resultExplanations: ReadonlyArray<readonly [string, Explanation]> = [
	[
		'web_search_tool_result',
		{
			purpose: 'Brings what a web search found, all at once.',
			payload:
				'`content_block.content` lists the pages with title and URL, or is an error; `content_block.tool_use_id` names the call.',
		},
	],
	[
		'web_fetch_tool_result',
		{
			purpose: 'Brings a page that the API fetched from the web, all at once, however long it is.',
			payload:
				'`content_block.content` has the `url` and the document itself in its own `content`, or is an error.',
		},
	],
	[
		'code_execution_tool_result',
		{
			purpose: 'Brings what a program printed that the model wrote and the API ran.',
			payload: '`content_block.content` has `stdout`, `stderr` and `return_code`, or is an error.',
		},
	],
	[
		'bash_code_execution_tool_result',
		{
			purpose: 'Brings what a shell command printed that the model wrote and the API ran.',
			payload: '`content_block.content` has `stdout`, `stderr` and `return_code`, or is an error.',
		},
	],
	[
		'text_editor_code_execution_tool_result',
		{
			purpose: 'Brings what came of viewing, creating or changing a file in the container of the API.',
			payload: '`content_block.content` has the file’s text or the changed lines, or is an error.',
		},
	],
	[
		'tool_search_tool_result',
		{
			purpose: 'Brings the tools that the model found when it searched among many.',
			payload: '`content_block.content.tool_references` names them, or `content_block.content` is an error.',
		},
	],
	[
		'advisor_tool_result',
		{
			purpose: 'Brings the advice of a second model that the first one had asked.',
			payload:
				'`content_block.content.text` is the advice; where it is secret, there is `encrypted_content` to be sent back unchanged.',
		},
	],
	[
		'mcp_tool_result',
		{
			purpose: 'Brings what a remote MCP server answered.',
			payload:
				'`content_block.content` is the answer, `content_block.is_error` whether it is a failure, and `content_block.tool_use_id` names the call.',
		},
	],
];

/** A result of a tool that this program does not know. */
export const unknownResult: Explanation = {
	purpose: 'Brings the result of a tool that the API ran; the tool itself is not known here.',
	payload:
		'All of it is in `content_block.content`, and `content_block.tool_use_id` names the call; no deltas follow.',
};
