import {isObject, type Json, type JsonObject, objectAt, stringAt} from '../../../wire/json.js';
import {type ConformanceState, report} from '../conformance-state.js';
import {usageRules} from '../rules/usage-rules.js';

const tokenCounts = [
	'input_tokens',
	'cache_creation_input_tokens',
	'cache_read_input_tokens',
	'output_tokens',
] as const;
const requestCounts = ['web_search_requests', 'web_fetch_requests'] as const;

/** The counts to compare. Input is compared as a sum, because tokens move between its three counts. */
const totals: ReadonlyArray<readonly [what: string, names: readonly string[]]> = [
	['input tokens', tokenCounts.slice(0, 3)],
	['output tokens', tokenCounts.slice(3)],
	...requestCounts.map(name => [name, [name]] as const),
];

type Counts = Readonly<Record<string, number>>;

/**
 * Checks that the `usage` of `message_start` or `message_delta` does not fall. Counts listed separately in `iterations` may be missing from it.
 */
export function checkUsage(state: ConformanceState, payload: JsonObject, position: number): ConformanceState {
	const value = payload.type === 'message_start' ? objectAt(payload, 'message').usage : payload.usage;
	if (!isObject(value)) {
		return state;
	}

	const seen = state.usage;
	const counts = {...seen.counts, ...numbersIn(value)};
	const usage = {
		counts,
		position,
		isPositive: seen.isPositive || hasPositive(value),
		hasOutput: seen.hasOutput || (counts.output_tokens ?? 0) > 0,
		isRecounted: seen.isRecounted || isRecounted(payload),
	};
	const apart = countedApart(value.iterations);
	let next: ConformanceState = {...state, usage};
	for (const [what, names] of usage.isRecounted ? [] : totals) {
		const before = sum(seen.counts, names);
		const now = sum(counts, names);
		if (now + apart.reduce((total, iteration) => total + sum(iteration, names), 0) < before) {
			const message = `the ${what} fall from ${before} to ${now}`;
			next = report(next, usageRules.usageFalls, position, message);
		}
	}

	return next;
}

/** The documentation says that an empty answer has 2 or 3 tokens. One with an empty text block was seen to have 4. */
const maxOutputOfNothing = 5;

/**
 * Checks, at the end of the stream, that content has been counted, and after `message_delta` that output has been too, and that what was
 * counted has come. A refusal before the
 * first token is free, and a complete message in `message_start` (programmatic tool calling) counts nothing either.
 */
export function settleUsage(state: ConformanceState): ConformanceState {
	const {counts, isPositive, hasOutput, isRecounted, position} = state.usage;
	if (position === null || isRecounted) {
		return state;
	}

	if (!state.hasContent && state.hasMessageDelta && (counts.output_tokens ?? 0) > maxOutputOfNothing) {
		const message = `output_tokens is ${counts.output_tokens}, but no block has content`;
		return report(state, usageRules.outputWithoutContent, position, message);
	}

	if (state.contentDeltas === 0) {
		return state;
	}

	if (!isPositive) {
		return report(state, usageRules.usageAllZero, position, 'every number of usage is 0');
	}

	const isUncounted = state.hasMessageDelta && !hasOutput && counts.output_tokens === 0;
	return isUncounted
		? report(state, usageRules.usageAllZero, position, 'there is content, but output_tokens is 0')
		: state;
}

/** A refusal can be free. Compaction, fallback and context edits count only what remains. */
function isRecounted(payload: JsonObject): boolean {
	const stopReason = stringAt(objectAt(payload, 'delta'), 'stop_reason');
	const edits = objectAt(payload, 'context_management').applied_edits;
	return (
		stopReason === 'refusal' || stopReason === 'compaction' || (Array.isArray(edits) && edits.length > 0)
	);
}

/** The iterations that the totals leave out, such as a compaction: `iterations` in the SDK's `BetaMessageDeltaUsage`. */
function countedApart(iterations: Json | undefined): readonly Counts[] {
	return Array.isArray(iterations)
		? iterations
				.filter(isObject)
				.filter(({type}) => type !== 'message')
				.map(numbersIn)
		: [];
}

function numbersIn(usage: JsonObject): Counts {
	const requests = objectAt(usage, 'server_tool_use');
	const entries = [
		...tokenCounts.map(name => [name, usage[name]] as const),
		...requestCounts.map(name => [name, requests[name]] as const),
	];
	return Object.fromEntries(
		entries.flatMap(([name, value]) => (typeof value === 'number' ? [[name, value]] : [])),
	);
}

function sum(counts: Counts, names: readonly string[]): number {
	return names.reduce((total, name) => total + (counts[name] ?? 0), 0);
}

/** Goes only as deep as the API does. Endless nesting counts as nothing. */
function hasPositive(value: Json | undefined, depth = 0): boolean {
	return typeof value === 'number'
		? value > 0
		: typeof value === 'object' &&
				value !== null &&
				depth < 8 &&
				Object.values(value).some(inner => hasPositive(inner, depth + 1));
}
