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

/** Used for every block of an unknown type. */
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
			'Opens a block of an unknown type. The API may add new types, and programs should keep them unchanged.',
		payload: '`content_block` is the whole block. `index` is its position in the message.',
	},
};

/** Used for the result of an unknown tool. */
export const unknownResult: BlockVocabulary = {
	...unknownBlock,
	shortName: 'unknown result',
	role: 'tool',
	track: 'tools',
	form: 'result',
	explanation: {
		purpose: 'Contains the result of a tool of an unknown type that the API ran.',
		payload:
			'All of it is in `content_block.content`, and `content_block.tool_use_id` names the call. No deltas follow.',
	},
};

const table = tableOf(blockTypes);

/** The vocabulary of a type of block. Any other word gets that of unknown blocks. */
export function blockVocabulary(type: string): BlockVocabulary {
	return table.get(type) ?? (type.endsWith('_tool_result') ? unknownResult : unknownBlock);
}

/** Whether a word is a block type of the API. */
export function isKnownBlock(type: string): boolean {
	return table.has(type);
}

/** True for blocks whose `input` is streamed as JSON: `tracksToolInput` in the SDK's lib/MessageStream.ts and lib/BetaMessageStream.ts. */
export function isToolBlock(type: string): boolean {
	return blockVocabulary(type).form === 'call';
}

/** True for blocks of reasoning, visible or not. */
export function isThinkingBlock(type: string): boolean {
	return blockVocabulary(type).track === 'thinking';
}
