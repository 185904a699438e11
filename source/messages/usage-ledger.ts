import {depthOf, isObject, type Json, type JsonObject, objectAt} from '../wire/json.js';

/**
 * One number of `usage` and its source. `name` is its path (`cache_creation.ephemeral_5m_input_tokens`), and `position` the index of its event
 * in the trace. A number from `message_start` is provisional.
 */
export type UsageEntry = {
	readonly name: string;
	readonly value: Json;
	readonly position: number;
	readonly source: 'message_start' | 'message_delta' | 'body';
};

export type UsageLedger = readonly UsageEntry[];

/** Enters the usage of an event. Later numbers replace earlier ones of the same name, because usage is cumulative. */
export function enterUsage(
	ledger: UsageLedger,
	usage: Json | undefined,
	source: UsageEntry['source'],
	position: number,
): UsageLedger {
	if (!isObject(usage)) {
		return ledger;
	}

	const entries = new Map(ledger.map(entry => [entry.name, entry]));
	for (const [name, value] of flatten(usage)) {
		if (value === null && partsOf(entries, name).length > 0) {
			// It says nothing about the parts that came before it.
			continue;
		}

		forgetNull(entries, name);
		forgetParts(entries, name);
		entries.set(name, {name, value, position, source});
	}

	return [...entries.values()];
}

/** The `usage` in an event's payload: that of the message in `message_start`, its own in `message_delta`. */
export function usageIn(payload: JsonObject): Json | undefined {
	return payload.type === 'message_start' ? objectAt(payload, 'message').usage : payload.usage;
}

/** A number in the ledger, or `null` if no event has set it. */
export function usageNumber(ledger: UsageLedger, name: string): number | null {
	const value = ledger.find(entry => entry.name === name)?.value;
	return typeof value === 'number' ? value : null;
}

const promptNames = ['input_tokens', 'cache_creation_input_tokens', 'cache_read_input_tokens'] as const;

/** The tokens of the prompt, those read from a cache or written to one included. `prefix` is that of an iteration: `iterations.0.`. */
export function promptTokens(ledger: UsageLedger, prefix = ''): number {
	return promptNames.reduce((sum, name) => sum + (usageNumber(ledger, prefix + name) ?? 0), 0);
}

/** True once `message_delta` (or a complete body), which holds the totals, has set the number. */
export function isFinalUsage(entry: UsageEntry): boolean {
	return entry.source !== 'message_start';
}

/** The parts of a number replace the `null` recorded for the whole. */
function forgetNull(entries: Map<string, UsageEntry>, name: string): void {
	for (let end = name.lastIndexOf('.'); end > 0; end = name.lastIndexOf('.', end - 1)) {
		const whole = name.slice(0, end);
		if (entries.get(whole)?.value === null) {
			entries.delete(whole);
		}
	}
}

/** A whole that comes later takes the place of its parts. */
function forgetParts(entries: Map<string, UsageEntry>, name: string): void {
	for (const part of partsOf(entries, name)) {
		entries.delete(part);
	}
}

function partsOf(entries: ReadonlyMap<string, UsageEntry>, name: string): readonly string[] {
	return entries.has(name) ? [] : [...entries.keys()].filter(key => key.startsWith(`${name}.`));
}

/** The API nests three levels. Deeper levels are not numbers that anyone needs, so only their depth is shown. */
const maxDepth = 8;

function* flatten(value: Json, path = '', depth = 0): Generator<[string, Json]> {
	if (typeof value !== 'object' || value === null) {
		yield [path, value];
	} else if (depth === maxDepth) {
		yield [path, `${depthOf(value)} more levels`];
	} else {
		for (const [key, inner] of Object.entries(value)) {
			yield* flatten(inner ?? null, path === '' ? key : `${path}.${key}`, depth + 1);
		}
	}
}
