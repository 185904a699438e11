import {isObject, type JsonObject, objectAt, parseJson, stringAt} from '../wire/json.js';
import type {SseEvent} from '../wire/sse-event.js';
import {eventVocabulary} from './vocabulary/events.js';

/** True for an event of the Messages API, by its name or by its type. */
export function isMessagesEvent({event, data}: SseEvent): boolean {
	return isMessagesType(event ?? '') || isMessagesType(stringAt(parseJson(data), 'type'));
}

export function isMessagesType(type: string): boolean {
	return eventVocabulary(type) !== undefined;
}

/** Other APIs, and the fields by which their events and answers are known. */
const dialects: ReadonlyArray<readonly [title: string, isSpoken: (value: JsonObject) => boolean]> = [
	[
		"OpenAI's Chat Completions format",
		value => stringAt(value, 'object').startsWith('chat.completion') || isChoices(value),
	],
	[
		"OpenAI's Responses format",
		value => /^response\.\w/.test(stringAt(value, 'type')) || value.object === 'response',
	],
	["OpenAI's Completions format", value => value.object === 'text_completion'],
	[
		'Bedrock Converse',
		value =>
			converseNames.some(name => isObject(value[name])) ||
			'contentBlockIndex' in value ||
			(isObject(value.output) && 'stopReason' in value),
	],
	["Gemini's format", value => Array.isArray(value.candidates) || 'usageMetadata' in value],
	["Ollama's format", value => 'created_at' in value && 'done' in value],
	['JSON-RPC, as MCP uses it', value => value.jsonrpc === '2.0'],
	["Cohere's format", value => 'event_type' in value && 'is_finished' in value],
	[
		"the AI SDK's stream",
		value => /^(?:text|reasoning|tool-input)-(?:start|delta|end)$/.test(stringAt(value, 'type')),
	],
];

const converseNames = [
	'messageStart',
	'contentBlockStart',
	'contentBlockDelta',
	'contentBlockStop',
	'messageStop',
];

function isChoices({choices}: JsonObject): boolean {
	return (
		Array.isArray(choices) &&
		choices.some(choice => isObject(choice) && ('delta' in choice || 'message' in choice))
	);
}

/** The other API whose format a JSON value is in, as a phrase. `null` if it is none that is known. */
export function dialectOf(value: JsonObject): string | null {
	// LangChain and Bedrock wrap an event in one field.
	const inner = [value, objectAt(value, 'chunk'), objectAt(value, 'data')];
	return dialects.find(([, isSpoken]) => inner.some(isSpoken))?.[0] ?? null;
}

const foreign = 'an event stream whose events are not Messages events';

/**
 * What the events of a stream are, if none of them belongs to the Messages API: a phrase after "This is". `null` for a Messages stream, and for
 * one of which nothing else is known, because it is empty or cut off.
 */
export function foreignStream(events: readonly SseEvent[]): string | null {
	const values = events.map(({data}) => parseJson(data)).filter(isObject);
	const [first] = values;
	if (events.some(isMessagesEvent)) {
		return null;
	}

	if (first === undefined) {
		// JSON that is cut off may be the beginning of anything.
		const text = events.find(({data}) => data.trim() !== '')?.data ?? '';
		return text === '' || /^\s*[{[]/.test(text) ? null : `${foreign}: ${quoted(text)}`;
	}

	const dialect = values.map(dialectOf).find(found => found !== null);
	return dialect === undefined
		? `${foreign}: ${quoted(JSON.stringify(first))}`
		: `${dialect}, not the Messages API`;
}

const quotedLength = 60;

/** What looks like a key, by its name or by its value. The file is not ours, so its keys are not known. */
const likelySecret =
	/(["']?[\w-]*(?:key|token|secret|password|authorization|cookie)["']?\s*[:=]\s*["']?)(?:Bearer |Basic )?[^"'\s,}]+|\b(?:sk|pk|ghp|xox\w)[-_][\w-]{8,}|\bAKIA\w{12,}|\bBearer \S+/gi;

/** The beginning of a text in quotes, without what looks like a key. */
export function quoted(text: string): string {
	const beginning = text
		.slice(0, 1000)
		.replaceAll(likelySecret, (_, name: string | undefined) => `${name ?? ''}…`);
	const short = beginning.length > quotedLength ? `${beginning.slice(0, quotedLength)}…` : beginning;
	return JSON.stringify(short);
}
