import {isObject, type Json, type JsonObject, objectAt, stringAt} from '../wire/json.js';

/** More remarks of one kind are only counted, since a server may send any number of them. */
const maxRemarks = 6;

/**
 * What the API says beside the answer, in words: why the cache was missed, which changes it made to the context or to the input, and that a
 * fallback model answered. `fields` are those of a message or of a `message_delta`. Quotes the wire, so sanitise it before showing it.
 *
 * @see `BetaDiagnostics`, `BetaContextManagementResponse`, `BetaInputTransformation` and `BetaFallbackMessageIterationUsage` in the SDK's
 * resources/beta/messages/messages.d.ts
 */
export function apiRemarks(fields: JsonObject): readonly string[] {
	return [
		...cacheRemarks(objectAt(fields, 'diagnostics')),
		...editRemarks(objectAt(fields, 'context_management').applied_edits),
		...transformationRemarks(fields.input_transformations),
		...fallbackRemarks(objectAt(fields, 'usage').iterations),
	];
}

const missReasons: ReadonlyMap<string, string> = new Map([
	['messages_changed', 'an earlier message changed'],
	['model_changed', 'the model or its speed changed'],
	['system_changed', 'the system prompt changed'],
	['tools_changed', 'the tools changed'],
	['previous_message_not_found', 'the API no longer knows the previous message'],
	['unavailable', 'the API gives no reason'],
]);

function cacheRemarks(diagnostics: JsonObject): readonly string[] {
	const miss = diagnostics.cache_miss_reason;
	if (!isObject(miss)) {
		return [];
	}

	const type = stringAt(miss, 'type');
	const reason = missReasons.get(type) ?? (type === '' ? 'the API gives no reason' : type);
	return [`cache miss: ${[reason, ...tokensOf(miss.cache_missed_input_tokens, '~')].join(', ')}`];
}

function editRemarks(edits: Json | undefined): readonly string[] {
	return limited(
		objectsIn(edits).map(edit => {
			const cleared = [
				...countOf(edit.cleared_tool_uses, 'tool use'),
				...countOf(edit.cleared_thinking_turns, 'thinking turn'),
				...tokensOf(edit.cleared_input_tokens),
			];
			return `context edited by ${stringAt(edit, 'type') || 'the API'}: ${cleared.length === 0 ? 'cleared' : `${cleared.join(', ')} cleared`}`;
		}),
	);
}

const transformations: ReadonlyMap<string, string> = new Map([
	['thinking_dropped', 'thinking dropped from the input'],
	['thinking_mismatch_allowed', 'thinking kept in the input despite a mismatch'],
]);

/** Those of one kind are counted, because each block of thinking has its own entry. */
function transformationRemarks(changes: Json | undefined): readonly string[] {
	const counts = new Map<string, {count: number; path: string}>();
	for (const change of objectsIn(changes)) {
		const type = stringAt(change, 'type');
		const reason = stringAt(change, 'reason');
		const words = `${transformations.get(type) ?? `input changed: ${type || 'unknown'}`}${reason === '' ? '' : ` (${reason})`}`;
		const {count, path} = counts.get(words) ?? {count: 0, path: stringAt(change, 'path')};
		counts.set(words, {count: count + 1, path});
	}

	return limited(
		[...counts].map(([words, {count, path}]) => {
			const place = path === '' ? '' : ` at ${path}`;
			return `${words}${place}${count === 1 ? '' : ` and ${(count - 1).toLocaleString('en-US')} more`}`;
		}),
	);
}

/** What a remark about a fallback begins with. */
export const fallbackWords = 'answered by the fallback model';

/** The last entry is of this type if a fallback model wrote the answer. */
function fallbackRemarks(iterations: Json | undefined): readonly string[] {
	const served = objectsIn(iterations).findLast(({type}) => type === 'fallback_message');
	return served === undefined ? [] : [`${fallbackWords} ${stringAt(served, 'model')}`.trim()];
}

function objectsIn(list: Json | undefined): readonly JsonObject[] {
	return Array.isArray(list) ? list.filter(isObject) : [];
}

function countOf(count: Json | undefined, noun: string): readonly string[] {
	return typeof count === 'number'
		? [`${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`]
		: [];
}

function tokensOf(tokens: Json | undefined, sign = ''): readonly string[] {
	return typeof tokens === 'number' ? [`${sign}${tokens.toLocaleString('en-US')} tokens`] : [];
}

function limited(remarks: readonly string[]): readonly string[] {
	const more = remarks.length - maxRemarks;
	return more <= 0 ? remarks : [...remarks.slice(0, maxRemarks), `and ${more.toLocaleString('en-US')} more`];
}
