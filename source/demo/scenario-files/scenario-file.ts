import type {AnswerStop, PaceName} from '../answer.js';
import type {ApiError} from '../api-error.js';
import type {ChosenFault} from '../faults/fault.js';
import type {TimedEvent} from '../stream-event.js';

/** Which requests get a reply. */
export type ReplyCondition =
	| {readonly kind: 'always'}
	/** How often the same conversation has come, from 1. */
	| {readonly kind: 'try'; readonly first: number; readonly last: number}
	/** How many prompts the conversation has. */
	| {readonly kind: 'turn'; readonly turn: number}
	/** The last prompt has these words, in upper or lower case. */
	| {readonly kind: 'prompt'; readonly words: string}
	| {readonly kind: 'tool results'};

/** A part of a text, and what comes before it: silence, or events that are not of the text. */
export type TextPart = {readonly before: readonly TimedEvent[]; readonly text: string};

export type ReplyStep =
	| {readonly kind: 'text' | 'thinking'; readonly parts: readonly [TextPart, ...TextPart[]]}
	| {readonly kind: 'tool'; readonly name: string; readonly input: Readonly<Record<string, unknown>>}
	| {readonly kind: 'block'; readonly block: Readonly<Record<string, unknown>>}
	| {readonly kind: 'besides'; readonly events: readonly TimedEvent[]};

export type Reply = {
	readonly when: ReplyCondition;
	/** The line where it begins, from 1. */
	readonly line: number;
	readonly faults: readonly ChosenFault[];
} & (
	| {
			readonly kind: 'refusal';
			readonly error: ApiError;
			/** In seconds. */
			readonly retryAfter: number | null;
	  }
	| ({readonly kind: 'answer'} & ReplyAnswer)
);

/** What is `null` is as the server usually does it. */
export type ReplyAnswer = {
	readonly steps: readonly ReplyStep[];
	readonly stop: AnswerStop | null;
	readonly usage: Readonly<Record<string, unknown>> | null;
	/** A number is the milliseconds before each delta. */
	readonly pace: PaceName | number | null;
	/** Milliseconds until the headers. */
	readonly responseMs: number | null;
	/** The characters of each delta; infinite for one delta in each part. */
	readonly deltaLength: number | null;
	/** The error event at the end. */
	readonly error: ApiError | null;
};

/** What a good client makes of it. The meaning of each is in the drill. */
export type ScenarioExpectation = {
	readonly text: 'whole' | 'partial' | 'none';
	readonly end: 'success' | 'failure' | 'either';
	readonly requests: readonly [min: number, max: number];
	readonly overtime: 'bad' | 'weak';
	readonly waitMs?: number;
	/** Words of which a client says one. */
	readonly reasons?: readonly string[];
};

/** A scenario that was read from a file. */
export type ScenarioFile = {
	readonly name: string;
	readonly summary: string;
	readonly replies: readonly Reply[];
	readonly expects: ScenarioExpectation;
};
