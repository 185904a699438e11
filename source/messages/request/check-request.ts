import {isObject, type Json, type JsonObject} from '../../wire/json.js';
import type {ModelFacts} from '../models.js';
import {checkCacheMarks, checkMessages, checkToolChoice} from './check-conversation.js';
import {checkSize} from './check-size.js';
import {checkEffort, checkThinking} from './check-thinking.js';
import type {Refusal} from './refusal.js';

/** What a refusal depends on besides the body. `apiVersion` is the value of the header `anthropic-version`. */
export type RequestRules = {
	readonly facts: ModelFacts | null;
	readonly apiVersion: string;
	readonly betas: readonly string[];
	/** Paths of set fields that do not fit into the body. */
	readonly misfits: readonly string[];
};

/** The version that the SDK sends. Source: `buildHeaders` of the SDK's `client.ts`. */
export const currentApiVersion = '2026-10-21';

/** The previous version, which some gateways still need. */
export const olderApiVersion = '2023-06-01';

/** The version 2026-10-21 removed them: https://platform.claude.com/docs/en/api/versioning */
export const samplingFields = ['temperature', 'top_p', 'top_k'] as const;

/**
 * Says before a request is sent why the API would reject it, and what to do instead. Returns `null` if no reason is known. For an unknown model, it
 * checks only what holds for every model.
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
		checkMessages(body) ??
		checkSize(body)
	);
}

function checkMisfits({misfits: [path]}: RequestRules): Refusal | null {
	return path === undefined
		? null
		: {
				words: `Cannot set ${path}: the path goes through a text or a number, or past the end of a list.`,
				fixes: [{kind: 'unset', path}],
			};
}

function checkSampling(body: JsonObject, {apiVersion}: RequestRules): Refusal | null {
	const path = samplingFields.find(name => Object.hasOwn(body, name));
	return path === undefined || apiVersion < currentApiVersion
		? null
		: {
				words: `The API rejects ${path} since its version ${currentApiVersion}.`,
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
				words: `${facts.id} can output at most ${most} tokens, but max tokens is ${limit}.`,
				fixes: [{kind: 'setting', name: 'max-tokens', value: String(most)}],
			};
}

/** The inputs that only some models accept, by the type of their block. */
const inputs = [
	['image', 'images', 'takesImages'],
	['document', 'PDFs', 'takesPdfs'],
] as const;

function checkInput({messages = []}: JsonObject, {facts}: RequestRules): Refusal | null {
	const refused = inputs.find(([type, , takes]) => facts !== null && !facts[takes] && holds(messages, type));
	return refused === undefined || facts === null
		? null
		: {
				words: `${facts.id} does not accept ${refused[1]}.`,
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

/** Every model accepts a document of plain text. */
function isPlainText({source}: JsonObject): boolean {
	return isObject(source) && source.type !== 'base64' && source.type !== 'url';
}
