import {isObject, type Json, type JsonObject, objectAt, stringAt} from '../../json.js';
import {type ConformanceState, report} from '../conformance-state.js';
import {usageRules} from '../rules/usage-rules.js';

const inputCounts = ['input_tokens', 'cache_creation_input_tokens', 'cache_read_input_tokens'];
const outputCounts = ['output_tokens'];

/** The `usage` of `message_start` or `message_delta`: it counts on. Input moves between its three counts, so only their sum is compared. */
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
		isRecounted: seen.isRecounted || isRecounted(payload, value),
	};
	let next: ConformanceState = {...state, usage};
	for (const [what, names] of [
		['input', inputCounts],
		['output', outputCounts],
	] as const) {
		const before = sum(seen.counts, names);
		const now = sum(counts, names);
		if (now < before && !usage.isRecounted) {
			const message = `the ${what} tokens fall from ${before} to ${now}`;
			next = report(next, usageRules.usageFalls, position, message);
		}
	}

	return next;
}

/**
 * The end of the stream: where content came, something has been counted by now. A refusal before the first token is free, and a
 * message that came whole in `message_start` (programmatic tool calling) counts nothing either.
 */
export function settleUsage(state: ConformanceState): ConformanceState {
	const {isPositive, isRecounted, position} = state.usage;
	return position === null || isPositive || isRecounted || state.contentDeltas === 0
		? state
		: report(state, usageRules.usageAllZero, position, 'every number of usage is 0');
}

/** A refusal can be free, and compaction, fallback and context edits count what remains. */
function isRecounted(payload: JsonObject, usage: JsonObject): boolean {
	const stopReason = stringAt(objectAt(payload, 'delta'), 'stop_reason');
	const edits = objectAt(payload, 'context_management').applied_edits;
	return (
		stopReason === 'refusal' || stopReason === 'compaction' || isFilled(usage.iterations) || isFilled(edits)
	);
}

function isFilled(value: Json | undefined): boolean {
	return Array.isArray(value) && value.length > 0;
}

function numbersIn(usage: JsonObject): Readonly<Record<string, number>> {
	return Object.fromEntries(
		[...inputCounts, ...outputCounts].flatMap(name => {
			const value = usage[name];
			return typeof value === 'number' ? [[name, value]] : [];
		}),
	);
}

function sum(counts: Readonly<Record<string, number>>, names: readonly string[]): number {
	return names.reduce((total, name) => total + (counts[name] ?? 0), 0);
}

function hasPositive(value: Json | undefined): boolean {
	return typeof value === 'number'
		? value > 0
		: typeof value === 'object' && value !== null && Object.values(value).some(hasPositive);
}
