import {isObject, type Json, type JsonObject} from '../../wire/json.js';
import type {ModelFacts} from '../models.js';
import {checkCacheMarks, checkMessages, checkToolChoice} from './check-conversation.js';
import {checkEffort, checkThinking} from './check-thinking.js';
import type {Refusal} from './refusal.js';

/** What else than the body a refusal depends on. `apiVersion` is that of the header `anthropic-version`. */
export type RequestRules = {
	readonly facts: ModelFacts | null;
	readonly apiVersion: string;
	readonly betas: readonly string[];
	/** Paths of set fields that the body has no place for. */
	readonly misfits: readonly string[];
};

/** The version that the SDK sends. Source: `buildHeaders` of the SDK's `client.ts`. */
export const currentApiVersion = '2026-10-21';

/** The version before, which gateways may still ask for. */
export const olderApiVersion = '2023-06-01';

/** The version 2026-10-21 removed them: https://platform.claude.com/docs/en/api/versioning */
export const samplingFields = ['temperature', 'top_p', 'top_k'] as const;

/**
 * Says why the API would refuse a request, before it is sent, and what to do instead; `null` where nothing is known against it. Of a model that is
 * not known, only what holds for every model is checked.
 */
export function checkRequest(body: JsonObject, rules: RequestRules): Refusal | null {
	return (
		checkMisfits(rules) ??
		checkSampling(body, rules) ??
		checkThinking(body, rules.facts) ??
		checkEffort(body, rules.facts) ??
		checkLimit(body, rules) ??
		checkInput(body, rules) ??
		checkToolChoice(body) ??
		checkCacheMarks(body) ??
		checkMessages(body)
	);
}

function checkMisfits({misfits: [path]}: RequestRules): Refusal | null {
	return path === undefined
		? null
		: {
				words: `Nothing can be set at ${path}: the path leads into a text or a number, or past the end of a list.`,
				fixes: [{kind: 'unset', path}],
			};
}

function checkSampling(body: JsonObject, {apiVersion}: RequestRules): Refusal | null {
	const path = samplingFields.find(name => Object.hasOwn(body, name));
	return path === undefined || apiVersion < currentApiVersion
		? null
		: {
				words: `The API refuses ${path} since its version ${currentApiVersion}.`,
				fixes: [
					{kind: 'unset', path},
					{kind: 'start', flags: `--api-version ${olderApiVersion}`},
				],
			};
}

function checkLimit({max_tokens: limit}: JsonObject, {facts, betas}: RequestRules): Refusal | null {
	const most = facts?.maxOutput ?? null;
	// A beta raises the limit of some models.
	return facts === null ||
		most === null ||
		typeof limit !== 'number' ||
		limit <= most ||
		betas.some(beta => beta.startsWith('output-'))
		? null
		: {
				words: `${facts.id} answers with ${most} tokens at most, and max tokens is ${limit}.`,
				fixes: [{kind: 'setting', name: 'max-tokens', value: String(most)}],
			};
}

/** The inputs that not every model takes, by the type of their block. */
const inputs = [
	['image', 'pictures', 'takesImages'],
	['document', 'PDFs', 'takesPdfs'],
] as const;

function checkInput({messages = []}: JsonObject, {facts}: RequestRules): Refusal | null {
	const refused = inputs.find(([type, , takes]) => facts !== null && !facts[takes] && holds(messages, type));
	return refused === undefined || facts === null
		? null
		: {
				words: `${facts.id} takes no ${refused[1]}.`,
				fixes: facts.successor === null ? [] : [{kind: 'setting', name: 'model', value: facts.successor}],
			};
}

function holds(messages: Json, type: string): boolean {
	return (
		Array.isArray(messages) &&
		messages.some(
			message =>
				isObject(message) &&
				Array.isArray(message.content) &&
				message.content.some(block => isObject(block) && block.type === type && !isPlainText(block)),
		)
	);
}

/** A document of text is taken by every model. */
function isPlainText({source}: JsonObject): boolean {
	return isObject(source) && source.type !== 'base64' && source.type !== 'url';
}
