import {type Chain, chainItems} from './chain.js';
import type {Finding, Rule, Severity} from './finding.js';
import type {ResponseFacts} from './response-facts.js';

/**
 * A content block between its start and its stop. `type` is `null` if the start has none. `hasInput` means that the start held the input of a
 * tool. `hasWrongDelta` means that a delta of a wrong type has been reported. `isSigned` means that thinking has its signature.
 */
export type OpenBlock = {
	readonly index: number;
	readonly type: string | null;
	readonly hasText: boolean;
	readonly hasInput: boolean;
	readonly hasWrongDelta: boolean;
	readonly isSigned: boolean;
	readonly json: string;
};

/**
 * A tool's JSON that did not parse, quoted. What that means depends on the stop reason, which comes later. `isPrefix` means that only its end
 * is missing.
 */
export type BrokenToolJson = {
	readonly index: number;
	readonly json: string;
	readonly isPrefix: boolean;
	readonly position: number;
};

/** Thinking that ended without a signature. What that means depends on the stop reason too. */
export type UnsignedThinking = {readonly index: number; readonly position: number};

/**
 * How well the characters beyond ASCII were decoded: `hasSound` means that some stand for themselves, `doubtful` counts the pairs that may be one
 * character decoded wrongly.
 */
export type CharactersSeen = {readonly hasSound: boolean; readonly doubtful: number};

/**
 * What `usage` has said so far. `counts` holds the cumulative counts by name. `isPositive` is set once any number in any `usage` is above zero,
 * `hasOutput` once `output_tokens` is, and `isRecounted` if the counts are allowed to fall. `position` is that of the last event with a
 * `usage`.
 */
export type UsageSeen = {
	readonly counts: Readonly<Record<string, number>>;
	readonly isPositive: boolean;
	readonly hasOutput: boolean;
	readonly isRecounted: boolean;
	readonly position: number | null;
};

/** The network reads that contained something: none, one with its number, several, or unknown. */
export type ReadsSeen = 'none' | 'unknown' | 'several' | number;

/**
 * The state of a check after some events of a stream. Immutable: each step returns a new state that shares its parts with the last. `reads`
 * contained events, `contentReads` content. `hasTool` means that a block calls a tool, or may do so. `callIndex` is the first block that calls
 * a tool of the client. `hasContent` means that a block has anything in it. `phase` is the position in the stream:
 * `closing` follows `message_delta`, `failed` follows an `error` event. `strayIndex` is the block of the last event whose block was not open.
 */
export type ConformanceState = {
	readonly findings: Chain<Finding>;
	readonly counts: Readonly<Record<Severity, number>>;
	readonly reported: ReadonlySet<string>;
	readonly response: ResponseFacts | null;
	readonly phase: 'empty' | 'streaming' | 'closing' | 'stopped' | 'failed';
	readonly lastPosition: number | null;
	readonly cutOffAt: number | null;
	readonly reads: ReadsSeen;
	readonly contentReads: ReadsSeen;
	readonly contentDeltas: number;
	readonly nextIndex: number;
	readonly openBlocks: readonly OpenBlock[];
	readonly strayIndex: number | null;
	readonly brokenTools: Chain<BrokenToolJson>;
	readonly unsigned: Chain<UnsignedThinking>;
	readonly toolIds: readonly string[];
	readonly hasTool: boolean;
	readonly callIndex: number | null;
	readonly hasContent: boolean;
	readonly characters: CharactersSeen;
	readonly hasMessageStart: boolean;
	readonly hasMessageDelta: boolean;
	readonly stopReason: string | null;
	readonly usage: UsageSeen;
};

/** Starts the check of a stream. */
export function startConformance(response: ResponseFacts | null = null): ConformanceState {
	return {
		findings: null,
		counts: {error: 0, warning: 0, note: 0},
		reported: new Set(),
		response,
		phase: 'empty',
		lastPosition: null,
		cutOffAt: null,
		reads: 'none',
		contentReads: 'none',
		contentDeltas: 0,
		nextIndex: 0,
		openBlocks: [],
		strayIndex: null,
		brokenTools: null,
		unsigned: null,
		toolIds: [],
		hasTool: false,
		callIndex: null,
		hasContent: false,
		characters: {hasSound: false, doubtful: 0},
		hasMessageStart: false,
		hasMessageDelta: false,
		stopReason: null,
		usage: {counts: {}, isPositive: false, hasOutput: false, isRecounted: false, position: null},
	};
}

/** All findings, in the order in which they were made. A later one can concern an earlier event. */
export function findingsOf(state: ConformanceState): readonly Finding[] {
	return chainItems(state.findings);
}

/** Adds a finding. */
export function report(
	state: ConformanceState,
	rule: Rule,
	position: number | null,
	message: string,
	severity: Severity = rule.severity,
): ConformanceState {
	return {
		...state,
		findings: {item: {rule: rule.name, severity, position, message}, before: state.findings},
		counts: {...state.counts, [severity]: state.counts[severity] + 1},
	};
}

/** Limits the set of reported kinds. Otherwise a stream that invents a name in each event would make it grow without end. */
const maxKindsOfNotes = 64;

/** Adds a finding unless this rule has already been reported for `what` in this stream. */
export function reportOnce(
	state: ConformanceState,
	rule: Rule,
	what: string,
	position: number | null,
	message: string,
	severity: Severity = rule.severity,
): ConformanceState {
	const key = `${rule.name} ${what}`;
	const isFull = rule.severity === 'note' && state.reported.size >= maxKindsOfNotes;
	if (isFull || state.reported.has(key)) {
		return state;
	}

	const reported = new Set(state.reported).add(key);
	return report({...state, reported}, rule, position, message, severity);
}
