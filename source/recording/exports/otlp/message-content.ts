import {type BlockSnapshot, messageOf} from '../../../messages/message-snapshot.js';
import type {ExchangeView} from '../../../trace/exchange-view.js';
import {isObject, type Json, type JsonObject, objectAt, printJson, stringAt} from '../../../wire/json.js';
import type {Attributes} from './otlp-json.js';

/**
 * The texts of an exchange, which are sent only on request: the prompt, the instructions and the answer as JSON, in the shapes of the GenAI
 * conventions.
 */
export function contentAttributes({attempts, message}: ExchangeView): Attributes {
	const body = attempts.at(-1)?.request.body;
	const {system, messages, tools} = isObject(body) ? body : {};
	const answer = message === null ? null : objectAt({message: messageOf(message)}, 'message');
	return {
		'gen_ai.system_instructions': system === undefined ? null : printJson(partsOf(system)),
		'gen_ai.input.messages': Array.isArray(messages)
			? printJson(
					messages
						.filter(isObject)
						.map(({role, content}) => ({role: role ?? 'user', parts: partsOf(content)})),
				)
			: null,
		'gen_ai.tool.definitions': Array.isArray(tools) ? printJson(tools) : null,
		'gen_ai.output.messages':
			answer === null
				? null
				: printJson([
						{
							role: 'assistant',
							parts: partsOf(answer.content),
							finish_reason: finishReason(stringAt(answer, 'stop_reason')),
						},
					]),
	};
}

/** The conventions' word for a stop reason, or the reason itself. */
export function finishReason(reason: string): string {
	return finishReasons.get(reason) ?? reason;
}

const finishReasons: ReadonlyMap<string, string> = new Map([
	['end_turn', 'stop'],
	['stop_sequence', 'stop'],
	['max_tokens', 'length'],
	['tool_use', 'tool_call'],
	['refusal', 'content_filter'],
]);

function partsOf(content: Json | undefined): readonly JsonObject[] {
	if (typeof content === 'string') {
		return [{type: 'text', content}];
	}

	return Array.isArray(content) ? content.filter(isObject).map(partOf) : [];
}

function partOf(block: JsonObject): JsonObject {
	const type = stringAt(block, 'type') as BlockSnapshot['type'];
	switch (type) {
		case 'text': {
			return {type, content: stringAt(block, 'text')};
		}

		case 'thinking': {
			return {type: 'reasoning', content: stringAt(block, 'thinking')};
		}

		case 'tool_use':
		case 'server_tool_use':
		case 'mcp_tool_use': {
			return {
				type: 'tool_call',
				id: stringAt(block, 'id'),
				name: stringAt(block, 'name'),
				arguments: block.input ?? {},
			};
		}

		case 'tool_result': {
			return {
				type: 'tool_call_response',
				id: stringAt(block, 'tool_use_id'),
				response: block.content ?? null,
			};
		}

		default: {
			// A picture or a document would be longer than any backend takes, so only its kind is told.
			return {type};
		}
	}
}
