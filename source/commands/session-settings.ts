import {type ChatSettings, messageParams} from '../client/chat-settings.js';
import {nextRequest} from '../recording/next-request.js';
import type {TraceEvent} from '../trace/trace-event.js';
import {isObject, type JsonObject} from '../wire/json.js';
import type {ResolvedOptions} from './options.js';

/** What the last request of a trace asked for besides its messages. */
export function settingsOf(events: readonly TraceEvent[]): Partial<ChatSettings> {
	return settingsIn(nextRequest({events, others: []}).body);
}

/** What a request's body asks for besides its messages. */
export function settingsIn(body: JsonObject | null): Partial<ChatSettings> {
	if (body === null) {
		return {};
	}

	const {model, max_tokens: maxTokens, system, temperature, stop_sequences: stop} = body;
	return {
		...(typeof model === 'string' ? {model} : {}),
		...(typeof maxTokens === 'number' ? {maxTokens} : {}),
		system: typeof system === 'string' ? system : undefined,
		temperature: typeof temperature === 'number' ? temperature : undefined,
		thinking: thinkingOf(body),
		stopSequences: Array.isArray(stop) ? stop.filter(text => typeof text === 'string') : undefined,
	};
}

/** The same the other way round: the body of a request without its messages. */
export function settingsBody(settings: ChatSettings): JsonObject {
	const {messages: _, ...body} = messageParams(settings, []);
	return body as unknown as JsonObject;
}

function thinkingOf({thinking}: JsonObject): ChatSettings['thinking'] {
	if (!isObject(thinking)) {
		return undefined;
	}

	const {type, budget_tokens: budget} = thinking;
	return type === 'adaptive' ? type : typeof budget === 'number' ? budget : undefined;
}

const settingNames = ['model', 'maxTokens', 'system', 'temperature', 'thinking'] as const;

/** The settings that stand on the command line: they count also where a session goes on that had others. */
export function flaggedSettings({values, origins}: ResolvedOptions): Partial<ChatSettings> {
	return Object.fromEntries(
		settingNames.filter(name => origins[name].from === 'flag').map(name => [name, values[name]]),
	);
}
