import {withField} from '../messages/request/body-path.js';
import type {ChatSettings} from '../messages/request/chat-settings.js';
import {currentApiVersion, samplingFields} from '../messages/request/check-request.js';
import {plainSettings, requestBody, settingsIn} from '../messages/request/request-body.js';
import {type NextRequest, nextRequest} from '../recording/next-request.js';
import type {TraceEvent} from '../trace/trace-event.js';
import type {JsonObject} from '../wire/json.js';
import type {ResolvedOptions} from './options.js';

/** The settings of the last request in a trace: everything but its messages. */
export function settingsOf(events: readonly TraceEvent[], apiVersion?: string): Partial<ChatSettings> {
	return nextSettings(nextRequest({events, others: []}), apiVersion);
}

/**
 * What a recording tells of the next request besides its messages. Fields that the API's version does not take any more are left out: old
 * recordings hold them, and are to go on.
 */
export function nextSettings(
	{body, betas}: Pick<NextRequest, 'body' | 'betas'>,
	apiVersion: string = currentApiVersion,
): Partial<ChatSettings> {
	if (body === null) {
		return {};
	}

	const {set = [], ...settings} = settingsIn(body);
	const isTaken = ({path}: {readonly path: string}) =>
		apiVersion < currentApiVersion || !samplingFields.some(name => name === path);
	const taken = set.filter(isTaken);
	return {
		...settings,
		set: taken.length === 0 ? undefined : taken,
		betas: betas.length === 0 ? undefined : betas,
	};
}

/** The inverse: the body of a request without its messages. */
export function settingsBody(settings: ChatSettings): JsonObject {
	const {messages: _, ...body} = requestBody(settings, []).body;
	return body;
}

const settingNames = ['model', 'maxTokens', 'system', 'thinking', 'effort'] as const;

/** The settings on the command line. They win over those of a resumed session. */
export function flaggedSettings({values, origins}: ResolvedOptions): Partial<ChatSettings> {
	const named = Object.fromEntries(
		settingNames.filter(name => origins[name].from === 'flag').map(name => [name, values[name]]),
	);
	const set = origins.set.from === 'flag' ? values.set : [];
	const betas = origins.beta.from === 'flag' ? values.beta : [];
	return {...named, ...settingsOfFields(set), ...(betas.length === 0 ? {} : {betas})};
}

/** What set fields ask for: those that have a setting of their own are that setting. */
function settingsOfFields(set: NonNullable<ChatSettings['set']>): Partial<ChatSettings> {
	const {model, maxTokens, ...plain} = plainSettings({model: '', maxTokens: 0, set});
	return given({...plain, model: model || undefined, maxTokens: maxTokens || undefined});
}

/** What a request's body in a file asks for, as far as it says so. */
export function bodySettings(body: JsonObject): Partial<ChatSettings> {
	return given(settingsIn(body));
}

function given(
	settings: {readonly [Name in keyof ChatSettings]?: ChatSettings[Name] | undefined},
): Partial<ChatSettings> {
	const isGiven = ([, value]: readonly [string, unknown]) =>
		value !== undefined && !(Array.isArray(value) && value.length === 0);
	return Object.fromEntries(Object.entries(settings).filter(isGiven));
}

/** Settings over others: what is set by its path and the betas come to those that were there. */
export function withSettings(settings: ChatSettings, over: Partial<ChatSettings>): ChatSettings {
	const set = (over.set ?? []).reduce(withField, settings.set ?? []);
	const betas = [...new Set([...(settings.betas ?? []), ...(over.betas ?? [])])];
	return {
		...settings,
		...over,
		...(set.length === 0 ? {} : {set}),
		...(betas.length === 0 ? {} : {betas}),
	};
}
