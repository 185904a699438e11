import {isObject, type Json, type JsonObject, objectAt, stringAt} from '../../wire/json.js';
import {eventVocabulary} from '../vocabulary/events.js';

/** Recognised by the fields of a payload, or by its type. */
type Dialect = {readonly name: string} & (
	| {readonly has: (payload: JsonObject) => boolean}
	| {readonly type: RegExp}
);

/** Other streaming APIs, by what only they send. */
const dialects: readonly Dialect[] = [
	{name: 'OpenAI Chat Completions', has: ({choices}) => Array.isArray(choices)},
	{name: 'OpenAI Responses', type: /^response\.[a-z_.]+$/},
	{name: 'the Gemini API', has: ({candidates}) => Array.isArray(candidates)},
	{
		name: 'Bedrock Converse',
		has: payload =>
			isObject(payload.contentBlockStart) ||
			isObject(payload.contentBlockDelta) ||
			isObject(payload.messageStart) ||
			isObject(payload.messageStop) ||
			(typeof payload.contentBlockIndex === 'number' && isObject(payload.delta)),
	},
	{name: 'Text Completions', has: ({completion}) => typeof completion === 'string'},
	{
		name: 'Ollama',
		has: ({done, message, response}) =>
			typeof done === 'boolean' && (isObject(message) || typeof response === 'string'),
	},
	{name: 'the Cohere API', type: /^(?:content|message|tool-call|tool-plan)-(?:start|delta|end)$/},
	{name: 'the AI SDK', type: /^(?:text|reasoning|tool-input)-(?:start|delta|end)$/},
	{name: 'AG-UI', type: /^(?:TEXT_MESSAGE|TOOL_CALL|REASONING_MESSAGE)_[A-Z]+$/},
];

/** The name of the API that a payload belongs to, if it is another one. */
export function foreignDialect(payload: JsonObject): string | null {
	const type = stringAt(payload, 'type');
	// No pattern matches a type of our own, which nearly every event has.
	const isOurs = eventVocabulary(type) !== undefined;
	for (const dialect of dialects) {
		if ('has' in dialect ? dialect.has(payload) : !isOurs && dialect.type.test(type)) {
			return dialect.name;
		}
	}

	return null;
}

/** The fields in which other APIs put text. */
const textFields = ['text', 'content', 'reasoning_content', 'reasoning', 'output_text', 'refusal'] as const;

/** Types of deltas that other APIs use. Any other unknown word may be a new type. */
const foreignDelta =
	/^(?:text|thinking|content|message|reasoning|reasoning_text|output_text|summary_text|refusal)$|^(?:content|reasoning|reasoning_content|reasoning_text|reasoning_summary_text|output_text|refusal)_delta$/;

/** The field of a delta that has text where no client of the Messages API looks for it. */
export function foreignText(event: string, payload: JsonObject): string | null {
	const delta = objectAt(payload, 'delta');
	if (event !== 'content_block_delta' && event !== 'message_delta') {
		return null;
	}

	const type = stringAt(delta, 'type');
	const isForeign = event === 'message_delta' || type === '' || foreignDelta.test(type);
	return isForeign ? (textFields.find(field => isText(delta[field])) ?? null) : null;
}

function isText(value: Json | undefined): boolean {
	return typeof value === 'string' && value !== '';
}
