import {isObject, type Json, type JsonObject} from '../../wire/json.js';
import {type ModelFacts, modelFacts} from '../models.js';
import {fieldsBeyond, withValueAt} from './body-path.js';
import type {ChatSettings, SetField} from './chat-settings.js';

/** A request's body without `stream`. `misfits` are the paths of set fields that do not fit into it. */
export type RequestBody = {readonly body: JsonObject; readonly misfits: readonly string[]};

/** Makes the body from the settings and the messages. `facts` are those of the model, or `null` if it is unknown. */
export function requestBody(
	settings: ChatSettings,
	messages: readonly unknown[],
	facts: ModelFacts | null = modelFacts(settings.model),
): RequestBody {
	const {model, maxTokens, system, thinking, effort, stopSequences = [], tools = [], set = []} = settings;
	let body: JsonObject = {
		model,
		max_tokens: maxTokens,
		...(system ? {system} : {}),
		...thinkingField(thinking, facts),
		...(effort === undefined ? {} : {output_config: {effort}}),
		...(stopSequences.length === 0 ? {} : {stop_sequences: stopSequences}),
		...(tools.length === 0 ? {} : {tools}),
		messages: messages as readonly Json[],
	};
	const misfits: string[] = [];
	for (const {path, value} of set) {
		const next = withValueAt(body, path, value);
		if (next === null) {
			misfits.push(path);
		}

		body = next ?? body;
	}

	return {body, misfits};
}

/** `off` is only sent to a model that would think otherwise, in the form that this model accepts. */
function thinkingField(thinking: ChatSettings['thinking'], facts: ModelFacts | null): JsonObject {
	switch (thinking) {
		case undefined: {
			return {};
		}

		case 'adaptive': {
			// Left out, `display` is `omitted` on current models: there would be nothing to see.
			return {thinking: {type: 'adaptive', display: 'summarized'}};
		}

		case 'off': {
			const isSilent = facts !== null && !facts.thinksByDefault;
			const type = facts?.thinking.includes('between_tools') ? 'between_tools' : 'disabled';
			return isSilent ? {} : {thinking: {type}};
		}

		default: {
			return {thinking: {type: 'enabled', budget_tokens: thinking}};
		}
	}
}

/** The fields of a body that have a setting of their own. */
const namedFields: ReadonlySet<string> = new Set([
	'model',
	'max_tokens',
	'system',
	'thinking',
	'output_config',
	'stop_sequences',
]);

/** Turns fields that were set by their path into the settings that they are: `max_tokens` into the limit, for example. */
export function plainSettings(settings: ChatSettings): ChatSettings {
	const {set = []} = settings;
	const isNamed = ({path}: SetField) => namedFields.has(path.split('.')[0] ?? '');
	if (!set.some(isNamed)) {
		return settings;
	}

	const {body, misfits} = requestBody({...settings, set: set.filter(isNamed)}, []);
	const named = settingsIn(body);
	const others = set.filter(field => !isNamed(field) || misfits.includes(field.path));
	return {...settings, ...named, set: [...(named.set ?? []), ...others]};
}

/**
 * The settings in a request's body, and its other fields as set fields. Settings that the body does not have are `undefined`, except the model and
 * its limit, which are then absent.
 */
export function settingsIn(body: JsonObject): Partial<ChatSettings> {
	const {messages: _, stream: __, ...asked} = body;
	const {
		model,
		max_tokens: maxTokens,
		system,
		thinking,
		output_config: output,
		stop_sequences: stop,
		tools,
	} = asked;
	const isTexts = Array.isArray(stop) && stop.length > 0 && stop.every(text => typeof text === 'string');
	const named = {
		...(typeof model === 'string' ? {model} : {}),
		...(typeof maxTokens === 'number' ? {maxTokens} : {}),
		system: typeof system === 'string' && system !== '' ? system : undefined,
		thinking: thinkingOf(thinking),
		effort: isObject(output) && typeof output.effort === 'string' ? output.effort : undefined,
		stopSequences: isTexts ? stop : undefined,
		tools: Array.isArray(tools) && tools.length > 0 && tools.every(isObject) ? tools : undefined,
	};
	const {body: base} = requestBody({model: '', maxTokens: 0, ...named}, []);
	const set = fieldsBeyond(base, asked);
	return {...named, set: set.length === 0 ? undefined : set};
}

function thinkingOf(thinking: Json | undefined): ChatSettings['thinking'] {
	if (!isObject(thinking)) {
		return undefined;
	}

	const {type, budget_tokens: budget} = thinking;
	switch (type) {
		case 'adaptive': {
			return type;
		}

		case 'disabled':
		case 'between_tools': {
			return 'off';
		}

		default: {
			return type === 'enabled' && typeof budget === 'number' ? budget : undefined;
		}
	}
}
