import {requestFields} from '../messages/request/request-fields.js';

const messageFields = new Set(['role', 'content']);

/** The fields of the blocks of a request by their type. Source: `BetaContentBlockParam` in the SDK's resources/beta/messages/messages.d.ts. */
const blockFields: ReadonlyMap<string, ReadonlySet<string>> = new Map(
	`text: text type cache_control citations
	image: source type cache_control transformations
	document: source type cache_control citations context title
	search_result: content source title type cache_control citations
	thinking: signature thinking type
	redacted_thinking: data type
	tool_use: id input name type cache_control caller toolset_name
	tool_result: tool_use_id type cache_control content is_error toolset_name
	server_tool_use: id input name type cache_control caller
	web_search_tool_result: content tool_use_id type cache_control caller
	web_fetch_tool_result: content tool_use_id type cache_control caller
	advisor_tool_result: content tool_use_id type cache_control
	code_execution_tool_result: content tool_use_id type cache_control
	bash_code_execution_tool_result: content tool_use_id type cache_control
	text_editor_code_execution_tool_result: content tool_use_id type cache_control
	tool_search_tool_result: content tool_use_id type cache_control
	mcp_tool_use: id input name server_name type cache_control
	mcp_tool_result: tool_use_id type cache_control content is_error
	container_upload: file_id type cache_control
	compaction: type cache_control content encrypted_content signature tool_changes
	tool_addition: tool type cache_control
	tool_removal: tool type cache_control
	mcp_tool_listing: mcp_server_name tools type
	fallback: from to type trigger`
		.split('\n')
		.map(line => line.trim().split(': '))
		.map(([type = '', names = '']) => [type, new Set(names.split(' '))]),
);

type Fields = Readonly<Record<string, unknown>>;
type Block = Fields & {readonly type: string};
type Message = Fields & {readonly content: string | readonly Block[]};

/** The path of the first field that the API does not know, or `undefined` if it knows all of them. */
export function unknownField(request: Fields & {readonly messages: readonly Message[]}): string | undefined {
	const stray = Object.keys(request).find(name => !requestFields.has(name));
	if (stray !== undefined) {
		return stray;
	}

	for (const [index, message] of request.messages.entries()) {
		const name = Object.keys(message).find(field => !messageFields.has(field));
		if (name !== undefined) {
			return `messages.${index}.${name}`;
		}

		const inside = unknownInBlocks(message.content);
		if (inside !== undefined) {
			return `messages.${index}.content.${inside}`;
		}
	}

	return undefined;
}

/** Blocks of a type that is not known may have any field. */
function unknownInBlocks(content: Message['content']): string | undefined {
	for (const [at, block] of typeof content === 'string' ? [] : content.entries()) {
		const known = blockFields.get(block.type);
		const name = known === undefined ? undefined : Object.keys(block).find(field => !known.has(field));
		if (name !== undefined) {
			return `${at}.${block.type}.${name}`;
		}
	}

	return undefined;
}
