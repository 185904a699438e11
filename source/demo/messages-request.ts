import * as v from 'valibot';
import {type ApiError, invalidRequest} from './api-error.js';

const block = v.looseObject({type: v.string()});
const content = v.lazy(input => (typeof input === 'string' ? v.string() : v.array(block)));

const schema = v.looseObject({
	model: v.pipe(v.string(), v.minLength(1)),
	max_tokens: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
	messages: v.array(v.looseObject({role: v.string(), content})),
	system: v.optional(content, ''),
	stream: v.nullish(v.boolean(), false),
	stop_sequences: v.nullish(v.array(v.string()), []),
	temperature: v.nullish(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
	thinking: v.nullish(
		v.looseObject({
			type: v.picklist(['enabled', 'disabled', 'adaptive', 'between_tools']),
			budget_tokens: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1024))),
			display: v.nullish(v.picklist(['summarized', 'omitted', 'updates'])),
		}),
	),
	output_config: v.nullish(
		v.looseObject({effort: v.nullish(v.picklist(['low', 'medium', 'high', 'xhigh', 'max']))}),
	),
	tools: v.nullish(v.array(v.looseObject({})), []),
	tool_choice: v.nullish(v.looseObject({type: v.string()})),
});

/** A request body for `/v1/messages` whose fields have the right types. Fields that the demo does not read are kept. */
export type MessagesRequest = v.InferOutput<typeof schema>;
export type RequestMessage = MessagesRequest['messages'][number];
export type RequestContent = RequestMessage['content'];

/** Validates a parsed body. Returns the API's message about the first wrong field. */
export function readMessagesRequest(body: unknown): MessagesRequest | ApiError {
	const result = v.safeParse(schema, body, {abortEarly: true});
	if (result.success) {
		return result.output;
	}

	const [issue] = result.issues;
	return invalidRequest(`${v.getDotPath(issue) ?? 'body'}: ${explain(issue)}`);
}

function explain(issue: v.BaseIssue<unknown> & {readonly requirement?: unknown}): string {
	if (issue.input === undefined) {
		return 'Field required';
	}

	switch (issue.type) {
		case 'string':
			return 'Input should be a valid string';
		case 'number':
			return 'Input should be a valid number';
		case 'integer':
			return 'Input should be a valid integer';
		case 'boolean':
			return 'Input should be a valid boolean';
		case 'array':
			return 'Input should be a valid list';
		case 'min_length':
			return 'String should have at least 1 character';
		case 'min_value':
			return `Input should be greater than or equal to ${issue.requirement}`;
		case 'max_value':
			return `Input should be less than or equal to ${issue.requirement}`;
		case 'picklist':
			return `Input should be ${issue.expected}`;
		default:
			return 'Input should be a valid dictionary';
	}
}
