import {isObject, type Json, type JsonObject, objectAt, stringAt} from '../../wire/json.js';

type Dialect = {readonly name: string; readonly isSpoken: (payload: JsonObject, type: string) => boolean};

/** Other streaming APIs, by what only they send. */
const dialects: readonly Dialect[] = [
	{name: 'OpenAI Chat Completions', isSpoken: ({choices}) => Array.isArray(choices)},
	{name: 'OpenAI Responses', isSpoken: (_, type) => /^response\.[a-z_.]+$/.test(type)},
	{name: 'the Gemini API', isSpoken: ({candidates}) => Array.isArray(candidates)},
	{
		name: 'Bedrock Converse',
		isSpoken: payload =>
			['contentBlockStart', 'contentBlockDelta', 'messageStart', 'messageStop'].some(key =>
				isObject(payload[key]),
			) ||
			(typeof payload.contentBlockIndex === 'number' && isObject(payload.delta)),
	},
	{name: 'Text Completions', isSpoken: ({completion}) => typeof completion === 'string'},
	{
		name: 'Ollama',
		isSpoken: ({done, message, response}) =>
			typeof done === 'boolean' && (isObject(message) || typeof response === 'string'),
	},
	{
		name: 'the Cohere API',
		isSpoken: (_, type) => /^(?:content|message|tool-call|tool-plan)-(?:start|delta|end)$/.test(type),
	},
	{
		name: 'the AI SDK',
		isSpoken: (_, type) => /^(?:text|reasoning|tool-input)-(?:start|delta|end)$/.test(type),
	},
	{name: 'AG-UI', isSpoken: (_, type) => /^(?:TEXT_MESSAGE|TOOL_CALL|REASONING_MESSAGE)_[A-Z]+$/.test(type)},
];

/** The name of the API that a payload belongs to, if it is another one. */
export function foreignDialect(payload: JsonObject): string | null {
	const type = stringAt(payload, 'type');
	return dialects.find(({isSpoken}) => isSpoken(payload, type))?.name ?? null;
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
