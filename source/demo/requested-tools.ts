import type {MessagesRequest} from './messages-request.js';

/** A tool that the client would run. */
export type RequestedTool = {readonly name: string; readonly schema: unknown};

/** The client tools of a request that the model may call, or `null` if the request has no tools at all. */
export function requestedTools({
	tools,
	tool_choice: choice,
}: MessagesRequest): readonly RequestedTool[] | null {
	if (!tools || tools.length === 0) {
		return null;
	}

	const type = fieldOf(choice, 'type');
	const forced = type === 'tool' ? fieldOf(choice, 'name') : null;
	return tools.flatMap(tool => {
		const {name, type: kind, input_schema: schema} = tool;
		const isOwn = typeof name === 'string' && (kind === undefined || kind === null || kind === 'custom');
		return isOwn && type !== 'none' && (forced === null || forced === name) ? [{name, schema}] : [];
	});
}

/** Whether the server may search. Without tools in the request, the scenario decides. */
export function maySearch({tools}: MessagesRequest): boolean {
	return !tools || tools.length === 0 || tools.some(({type}) => String(type).startsWith('web_search'));
}

/** Whether the last message has tool results. */
export function bringsResults({messages}: MessagesRequest): boolean {
	const content = messages.at(-1)?.content ?? '';
	return typeof content !== 'string' && content.some(({type}) => type === 'tool_result');
}

/** The depth to which a schema is followed. */
const deepest = 8;

/** The smallest input that a JSON schema accepts, judging by its types and required fields. */
export function sampleInput(schema: unknown, depth = 0): unknown {
	const choices = fieldOf(schema, 'enum');
	if (Array.isArray(choices) && choices.length > 0) {
		return choices[0];
	}

	const type = fieldOf(schema, 'type');
	switch (Array.isArray(type) ? type[0] : type) {
		case 'string':
			return 'Lisbon';
		case 'number':
		case 'integer':
			return 1;
		case 'boolean':
			return true;
		case 'array':
			return [];
		case 'null':
			return null;
		default:
			return depth < deepest ? sampleObject(schema, depth) : {};
	}
}

function sampleObject(schema: unknown, depth: number): Readonly<Record<string, unknown>> {
	const required = fieldOf(schema, 'required');
	const names = Array.isArray(required) ? required.filter(name => typeof name === 'string') : [];
	const properties = fieldOf(schema, 'properties');
	return Object.fromEntries(names.map(name => [name, sampleInput(fieldOf(properties, name), depth + 1)]));
}

function fieldOf(value: unknown, name: string): unknown {
	return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
		? (value as Readonly<Record<string, unknown>>)[name]
		: undefined;
}
