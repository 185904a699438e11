import {stringAt} from '../../wire/json.js';
import {textOf} from '../text-of.js';
import type {BlockVocabulary} from './block-vocabulary.js';
import {advisorToolResult} from './blocks/advisor-tool-result.js';
import {bashCodeExecutionToolResult} from './blocks/bash-code-execution-tool-result.js';
import {codeExecutionToolResult} from './blocks/code-execution-tool-result.js';
import {compaction} from './blocks/compaction.js';
import {containerUpload} from './blocks/container-upload.js';
import {fallback} from './blocks/fallback.js';
import {mcpToolListing} from './blocks/mcp-tool-listing.js';
import {mcpToolResult} from './blocks/mcp-tool-result.js';
import {mcpToolUse} from './blocks/mcp-tool-use.js';
import {redactedThinking} from './blocks/redacted-thinking.js';
import {serverToolUse} from './blocks/server-tool-use.js';
import {text} from './blocks/text.js';
import {textEditorCodeExecutionToolResult} from './blocks/text-editor-code-execution-tool-result.js';
import {thinking} from './blocks/thinking.js';
import {toolSearchToolResult} from './blocks/tool-search-tool-result.js';
import {toolUse} from './blocks/tool-use.js';
import {webFetchToolResult} from './blocks/web-fetch-tool-result.js';
import {webSearchToolResult} from './blocks/web-search-tool-result.js';
import {tableOf} from './table-of.js';

/** The types of content blocks: `ContentBlock` and `BetaContentBlock` in the SDK's resources. */
export const blockTypes: readonly BlockVocabulary[] = [
	text,
	thinking,
	redactedThinking,
	toolUse,
	serverToolUse,
	webSearchToolResult,
	webFetchToolResult,
	codeExecutionToolResult,
	bashCodeExecutionToolResult,
	textEditorCodeExecutionToolResult,
	toolSearchToolResult,
	advisorToolResult,
	mcpToolUse,
	mcpToolResult,
	mcpToolListing,
	containerUpload,
	compaction,
	fallback,
];

/** Stands for every block whose type is not in the API that this program knows. */
export const unknownBlock: BlockVocabulary = {
	name: 'unknown',
	shortName: 'unknown block',
	sign: '?',
	role: 'unknown',
	track: null,
	form: 'unknown',
	deltas: [],
	idPrefix: null,
	isBeta: false,
	required: [],
	known: [],
	kind: 'text',
	field: 'text',
	detail: block => stringAt(block, 'name') || textOf(block.content) || stringAt(block, 'text'),
	explanation: {
		purpose:
			'Opens a block of a kind that is not known here; the API may add new ones, and programs should keep them as they are.',
		payload: '`content_block` is all that came; `index` is its place in the message.',
	},
};

/** Stands for the result of a tool that this program does not know. */
export const unknownResult: BlockVocabulary = {
	...unknownBlock,
	shortName: 'unknown result',
	role: 'tool',
	track: 'tools',
	form: 'result',
	explanation: {
		purpose: 'Brings the result of a tool that the API ran; the tool itself is not known here.',
		payload:
			'All of it is in `content_block.content`, and `content_block.tool_use_id` names the call; no deltas follow.',
	},
};

const table = tableOf(blockTypes);

/** What is known of a type of block. Every word has an answer: an unknown one has that of unknown blocks. */
export function blockVocabulary(type: string): BlockVocabulary {
	return table.get(type) ?? (type.endsWith('_tool_result') ? unknownResult : unknownBlock);
}

/** Whether a word is a type of block that the API has. */
export function isKnownBlock(type: string): boolean {
	return table.has(type);
}

/** True for blocks whose `input` is streamed as JSON: `tracksToolInput` in the SDK's lib/MessageStream.ts and lib/BetaMessageStream.ts. */
export function isToolBlock(type: string): boolean {
	return blockVocabulary(type).form === 'call';
}

/** True for blocks of reasoning, shown or not. */
export function isThinkingBlock(type: string): boolean {
	return blockVocabulary(type).track === 'thinking';
}
