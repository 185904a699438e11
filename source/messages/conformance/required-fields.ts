import {isObject, type Json} from '../../wire/json.js';

/**
 * A field that must be there: its name, the path to the part of the event (or block, or delta) that has it, and what it must be. `isLenient`:
 * clients do without it, so that it is worth a note.
 */
export type RequiredField = {
	readonly path: string;
	readonly parents: readonly string[];
	readonly name: string;
	readonly what: string;
	readonly isValid: (value: Json | undefined) => boolean;
	readonly isLenient?: true;
};

type Kind = Pick<RequiredField, 'what' | 'isValid' | 'isLenient'>;

const string: Kind = {what: 'a string', isValid: value => typeof value === 'string'};
const filled: Kind = {what: 'a filled string', isValid: value => typeof value === 'string' && value !== ''};
const count: Kind = {what: 'a whole number', isValid: value => Number.isInteger(value) && Number(value) >= 0};
const countIfAny: Kind = {...count, isValid: value => value == null || count.isValid(value)};
const object: Kind = {what: 'an object', isValid: isObject};
const array: Kind = {what: 'an array', isValid: Array.isArray};
const present: Kind = {what: 'there', isValid: value => value !== undefined};
const index: Kind = {...count, what: 'an index'};
const literal = (text: string): Kind => ({what: JSON.stringify(text), isValid: value => value === text});

type FieldTable = ReadonlyMap<string, readonly RequiredField[]>;

const table = (kinds: Readonly<Record<string, Readonly<Record<string, Kind>>>>): FieldTable =>
	new Map(
		Object.entries(kinds).map(([type, fields]) => [
			type,
			Object.entries(fields).map(([path, kind]) => {
				const keys = path.split('.');
				return {path, parents: keys.slice(0, -1), name: keys.at(-1) ?? '', ...kind};
			}),
		]),
	);

const toolUse = {id: filled, name: filled, input: object};
const toolResult = {tool_use_id: filled, content: present};

/** By event type. Only what every real stream has: optional fields, and those that came with later versions, are left out. */
export const requiredEventFields: FieldTable = table({
	message_start: {
		message: object,
		'message.id': string,
		'message.type': literal('message'),
		'message.role': literal('assistant'),
		'message.content': array,
		'message.model': string,
		'message.stop_reason': {...present, isLenient: true},
		'message.usage': object,
		'message.usage.input_tokens': count,
		'message.usage.cache_creation_input_tokens': countIfAny,
		'message.usage.cache_read_input_tokens': countIfAny,
		'message.usage.output_tokens': count,
	},
	content_block_start: {index, content_block: object, 'content_block.type': string},
	content_block_delta: {index, delta: object, 'delta.type': string},
	content_block_stop: {index},
	message_delta: {
		delta: object,
		usage: object,
		'usage.input_tokens': countIfAny,
		'usage.cache_creation_input_tokens': countIfAny,
		'usage.cache_read_input_tokens': countIfAny,
		'usage.output_tokens': count,
	},
	error: {error: object, 'error.type': string, 'error.message': string},
});

/** By the type of the block, in `content_block_start`. */
export const requiredBlockFields: FieldTable = table({
	text: {text: string},
	thinking: {thinking: string},
	redacted_thinking: {data: string},
	tool_use: toolUse,
	server_tool_use: toolUse,
	mcp_tool_use: {...toolUse, server_name: string},
	mcp_tool_result: toolResult,
	web_search_tool_result: toolResult,
	web_fetch_tool_result: toolResult,
	code_execution_tool_result: toolResult,
	bash_code_execution_tool_result: toolResult,
	text_editor_code_execution_tool_result: toolResult,
	tool_search_tool_result: toolResult,
	advisor_tool_result: toolResult,
	container_upload: {file_id: filled},
	fallback: {to: object, 'to.model': string},
});

/** By the type of the delta, in `content_block_delta`. */
export const requiredDeltaFields: FieldTable = table({
	text_delta: {text: string},
	input_json_delta: {partial_json: string},
	thinking_delta: {thinking: string},
	signature_delta: {signature: string},
	citations_delta: {citation: object},
});
