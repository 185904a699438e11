import type {Json, JsonObject} from '../../wire/json.js';
import {stringAt} from '../../wire/json.js';
import {type BlockSnapshot, toolInput} from '../message-snapshot.js';

/** A call of a tool that the program runs, as the model made it. Its name and its input may be anything. */
export type ToolCall = {readonly id: string; readonly name: string; readonly input: Json};

/** What a tool answered, or why it failed. */
export type ToolAnswer = {readonly text: string; readonly isError: boolean};

/** The complete calls among the blocks of an answer. Calls that the server runs are not among them. */
export function toolCalls(blocks: readonly BlockSnapshot[]): readonly ToolCall[] {
	return blocks
		.filter(({type, isClosed}) => type === 'tool_use' && isClosed)
		.map(block => ({
			id: stringAt(block.start, 'id'),
			name: stringAt(block.start, 'name'),
			input: toolInput(block),
		}));
}

/** An answer as the next request holds it: https://platform.claude.com/docs/en/agents-and-tools/tool-use/implement-tool-use */
export function toolResult({id}: Pick<ToolCall, 'id'>, {text, isError}: ToolAnswer): JsonObject {
	return {type: 'tool_result', tool_use_id: id, ...(isError ? {is_error: true} : {}), content: text};
}

/** The answer to a call that nobody ran, because another message came first. The API takes no call without a result. */
export const notRun: ToolAnswer = {
	text: 'This tool was not run: another message came first.',
	isError: true,
};
