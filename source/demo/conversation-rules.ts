import {cacheMarks, maxCacheMarks} from '../messages/request/check-conversation.js';
import type {JsonObject} from '../wire/json.js';
import {type ApiError, invalidRequest} from './api-error.js';
import type {MessagesRequest, RequestMessage} from './messages-request.js';
import {unknownField} from './unknown-field.js';

/** Checks what the API checks beyond the types of the fields. Returns the first broken rule, in the API's words. */
export function checkConversation(request: MessagesRequest): ApiError | undefined {
	const stray = unknownField(request);
	const message =
		(stray === undefined ? undefined : `${stray}: Extra inputs are not permitted`) ??
		checkThinking(request) ??
		checkToolChoice(request) ??
		checkCacheMarks(request) ??
		checkRoles(request) ??
		checkBlocks(request) ??
		checkToolResults(request.messages);
	return message === undefined ? undefined : invalidRequest(message);
}

function checkThinking({thinking, max_tokens: maxTokens, temperature}: MessagesRequest): string | undefined {
	if (thinking?.type === 'enabled') {
		if (thinking.budget_tokens === undefined) {
			return 'thinking.enabled.budget_tokens: Field required';
		}

		if (maxTokens !== undefined && maxTokens <= thinking.budget_tokens) {
			return '`max_tokens` must be greater than `thinking.budget_tokens`.';
		}
	}

	const thinks = thinking?.type === 'enabled' || thinking?.type === 'adaptive';
	return thinks && typeof temperature === 'number' && temperature !== 1
		? '`temperature` may only be set to 1 when thinking is enabled.'
		: undefined;
}

function checkToolChoice({tool_choice: choice, tools, mcp_servers: servers, thinking}: MessagesRequest) {
	if (!choice) {
		return undefined;
	}

	if (!tools?.length && !servers) {
		return 'tool_choice: tool_choice may only be specified while providing tools';
	}

	const isForced = choice.type === 'any' || choice.type === 'tool';
	return isForced && thinking?.type === 'enabled'
		? 'Thinking may not be enabled when tool_choice forces tool use.'
		: undefined;
}

function checkCacheMarks(request: MessagesRequest): string | undefined {
	const found = cacheMarks(request as JsonObject);
	return found > maxCacheMarks
		? `A maximum of ${maxCacheMarks} blocks with cache_control may be provided. Found ${found}.`
		: undefined;
}

function checkRoles({messages}: MessagesRequest): string | undefined {
	const unknown = messages.find(({role}) => !['user', 'assistant', 'system'].includes(role));
	if (unknown) {
		return `messages: Unexpected role "${unknown.role}". Allowed roles are "user" or "assistant".`;
	}

	if (messages.length === 0) {
		return 'messages: at least one message is required';
	}

	return messages[0]?.role === 'user' ? undefined : 'messages: first message must use the "user" role';
}

/** The required fields of each block type. */
const requiredFields: ReadonlyMap<string, readonly string[]> = new Map(
	Object.entries({
		text: ['text'],
		thinking: ['thinking', 'signature'],
		redacted_thinking: ['data'],
		tool_use: ['id', 'name', 'input'],
		server_tool_use: ['id', 'name', 'input'],
		tool_result: ['tool_use_id'],
	}),
);

function checkBlocks({messages}: MessagesRequest): string | undefined {
	for (const [index, {content, role}] of messages.entries()) {
		const isPrefill = role === 'assistant' && index === messages.length - 1;
		if (content.length === 0 && !isPrefill) {
			return `messages.${index}: all messages must have non-empty content except for the optional final assistant message`;
		}

		if (typeof content === 'string') {
			continue;
		}

		for (const [at, block] of content.entries()) {
			const missing = requiredFields.get(block.type)?.find(field => block[field] === undefined);
			if (missing) {
				return `messages.${index}.content.${at}.${block.type}.${missing}: Field required`;
			}

			if (block.type === 'text' && block.text === '') {
				return 'messages: text content blocks must be non-empty';
			}

			if (block.type === 'image' && isEmptyImage(block.source)) {
				return `messages.${index}.content.${at}.image.source.base64: image cannot be empty`;
			}
		}
	}

	return undefined;
}

function isEmptyImage(source: unknown): boolean {
	const isBase64 =
		typeof source === 'object' && source !== null && 'type' in source && source.type === 'base64';
	return isBase64 && (!('data' in source) || source.data === '');
}

/** Each `tool_use` needs its `tool_result` in the very next message, and each `tool_result` its `tool_use` in the one before. */
function checkToolResults(messages: readonly RequestMessage[]): string | undefined {
	for (const [index, message] of messages.entries()) {
		const calls = blockFields(messages[index - 1], 'tool_use', 'id');
		const results = blockFields(message, 'tool_result', 'tool_use_id');
		const stray = results.find(id => !calls.includes(id));
		if (stray !== undefined) {
			return `messages.${index}.content: unexpected \`tool_use_id\` found in \`tool_result\` blocks: ${stray}. Each \`tool_result\` block must have a corresponding \`tool_use\` block in the previous message.`;
		}

		const unanswered = calls.filter(id => !results.includes(id));
		if (unanswered.length > 0) {
			return `messages.${index - 1}: \`tool_use\` ids were found without \`tool_result\` blocks immediately after: ${unanswered.join(', ')}. Each \`tool_use\` block must have a corresponding \`tool_result\` block in the next message.`;
		}
	}

	const open = blockFields(messages.at(-1), 'tool_use', 'id');
	return open.length > 0
		? `messages.${messages.length - 1}: \`tool_use\` ids were found without \`tool_result\` blocks immediately after: ${open.join(', ')}. Each \`tool_use\` block must have a corresponding \`tool_result\` block in the next message.`
		: undefined;
}

function blockFields(message: RequestMessage | undefined, type: string, field: string): string[] {
	if (!message || typeof message.content === 'string') {
		return [];
	}

	return message.content.filter(block => block.type === type).map(block => String(block[field]));
}
