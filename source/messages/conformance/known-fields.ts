// The fields of each part of a stream, from the types of the SDK: resources/messages/messages.d.ts and
// resources/beta/messages/messages.d.ts, stable and beta together.

type FieldTable = ReadonlyMap<string, ReadonlySet<string>>;

const table = (fields: Readonly<Record<string, readonly string[]>>): FieldTable =>
	new Map(Object.entries(fields).map(([name, names]) => [name, new Set(names)]));

const usage = [
	'cache_creation',
	'cache_creation_input_tokens',
	'cache_read_input_tokens',
	'fallback_credit',
	'inference_geo',
	'input_tokens',
	'iterations',
	'output_tokens',
	'output_tokens_details',
	'server_tool_use',
	'service_tier',
	'speed',
];
const message = [
	'id',
	'type',
	'role',
	'content',
	'model',
	'stop_reason',
	'stop_sequence',
	'stop_details',
	'usage',
	'container',
	'context_management',
	'diagnostics',
	'input_transformations',
];
const toolUse = ['type', 'id', 'name', 'input', 'caller', 'toolset_name'];
const toolResult = ['type', 'tool_use_id', 'content', 'caller', 'is_error'];

/** By event type and path. Parts that are not here are not checked. */
export const partFields: FieldTable = table({
	message_start: ['type', 'message'],
	'message_start.message': message,
	'message_start.message.usage': usage,
	content_block_start: ['type', 'index', 'content_block'],
	content_block_delta: ['type', 'index', 'delta'],
	content_block_stop: ['type', 'index'],
	message_delta: ['type', 'delta', 'usage', 'context_management', 'input_transformations'],
	'message_delta.delta': ['stop_reason', 'stop_sequence', 'stop_details', 'container'],
	'message_delta.usage': usage,
	message_stop: ['type'],
	ping: ['type'],
	error: ['type', 'error', 'request_id'],
	'error.error': ['type', 'message', 'details'],
});

/** By the type of the content block. */
export const blockFields: FieldTable = table({
	text: ['type', 'text', 'citations'],
	thinking: ['type', 'thinking', 'signature'],
	redacted_thinking: ['type', 'data'],
	tool_use: toolUse,
	server_tool_use: toolUse,
	mcp_tool_use: [...toolUse, 'server_name'],
	mcp_tool_result: toolResult,
	mcp_tool_listing: ['type', 'mcp_server_name', 'tools'],
	web_search_tool_result: toolResult,
	web_fetch_tool_result: toolResult,
	code_execution_tool_result: toolResult,
	bash_code_execution_tool_result: toolResult,
	text_editor_code_execution_tool_result: toolResult,
	tool_search_tool_result: toolResult,
	advisor_tool_result: toolResult,
	container_upload: ['type', 'file_id'],
	compaction: ['type', 'content', 'encrypted_content', 'signature', 'tool_changes'],
	fallback: ['type', 'from', 'to', 'trigger'],
});

/** By the type of the delta. */
export const deltaFields: FieldTable = table({
	text_delta: ['type', 'text'],
	input_json_delta: ['type', 'partial_json'],
	citations_delta: ['type', 'citation'],
	thinking_delta: ['type', 'thinking', 'estimated_tokens'],
	signature_delta: ['type', 'signature'],
	compaction_delta: ['type', 'content', 'encrypted_content'],
});
