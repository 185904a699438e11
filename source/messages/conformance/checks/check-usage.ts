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

/** What is compared, each as a sum: input moves between its three counts. */
const totals: ReadonlyArray<readonly [what: string, names: readonly string[]]> = [
	['input tokens', tokenCounts.slice(0, 3)],
	['output tokens', tokenCounts.slice(3)],
	...requestCounts.map(name => [name, [name]] as const),
];

type Counts = Readonly<Record<string, number>>;

/** The `usage` of `message_start` or `message_delta`: it counts on. What iterations were counted apart may be missing from it. */
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

/**
 * The end of the stream: where content came, something has been counted by now, and once `message_delta` has come, output too. A refusal
 * before the first token is free, and a message that came whole in `message_start` (programmatic tool calling) counts nothing either.
 */
export function settleUsage(state: ConformanceState): ConformanceState {
	const {counts, isPositive, hasOutput, isRecounted, position} = state.usage;
	if (position === null || isRecounted || state.contentDeltas === 0) {
		return state;
	}

	if (!isPositive) {
		return report(state, usageRules.usageAllZero, position, 'every number of usage is 0');
	}

	const isUncounted = state.hasMessageDelta && !hasOutput && counts.output_tokens === 0;
	return isUncounted
		? report(state, usageRules.usageAllZero, position, 'content came, but output_tokens is 0')
		: state;
}

/** A refusal can be free, and compaction, fallback and context edits count what remains. */
function isRecounted(payload: JsonObject): boolean {
	const stopReason = stringAt(objectAt(payload, 'delta'), 'stop_reason');
	const edits = objectAt(payload, 'context_management').applied_edits;
	return (
		stopReason === 'refusal' || stopReason === 'compaction' || (Array.isArray(edits) && edits.length > 0)
	);
}

/** The iterations that the totals leave out, such as a compaction: the SDK's `BetaMessageDeltaUsage`, `iterations`. */
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

/** Goes as deep as the API does: an endless nesting counts nothing. */
function hasPositive(value: Json | undefined, depth = 0): boolean {
	return typeof value === 'number'
		? value > 0
		: typeof value === 'object' &&
				value !== null &&
				depth < 8 &&
				Object.values(value).some(inner => hasPositive(inner, depth + 1));
}
