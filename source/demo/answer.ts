import type {ApiError} from './api-error.js';
import type {IdKind} from './create-id.js';
import type {ChosenFault} from './faults/fault.js';
import type {MessagesRequest} from './messages-request.js';
import type {Random} from './random.js';
import type {TimedEvent} from './stream-event.js';

/** A content block as the finished message holds it. */
export type AnswerBlock =
	| {readonly type: 'text'; readonly text: string; readonly citations?: readonly Citation[]}
	| ThinkingBlock
	| ToolBlock
	| FallbackBlock
	| CompactionBlock
	| GivenBlock
	| {
			readonly type: 'web_search_tool_result';
			readonly tool_use_id: string;
			readonly content: readonly SearchResult[];
	  };

export type ThinkingBlock = {
	readonly type: 'thinking';
	readonly thinking: string;
	readonly signature: string;
	/** The length of the model's thinking in tokens, when its text is hidden. */
	readonly hiddenTokens?: number;
	/** How long hidden thinking takes, in milliseconds. Estimates of its token count are sent meanwhile, as with the beta `thinking-token-count-2026-05-13`. */
	readonly hiddenMs?: number;
};

/** Another model writes from here on: the SDK's `BetaFallbackBlock`. */
export type FallbackBlock = {
	readonly type: 'fallback';
	readonly from: {readonly model: string};
	readonly to: {readonly model: string};
	readonly trigger: {readonly type: 'refusal'; readonly category: string | null};
};

/** A summary that replaces the conversation before it: the SDK's `BetaCompactionBlock`. */
export type CompactionBlock = {
	readonly type: 'compaction';
	readonly content: string;
	readonly encrypted_content: string;
};

/** A block of any type, sent whole. */
export type GivenBlock = {readonly type: 'given'; readonly block: Readonly<Record<string, unknown>>};

/** The usage before the attempt that answers. `tokens` counts the input, the input read from the cache, and the output. */
export type EarlierIteration = {
	readonly type: 'compaction' | 'message';
	readonly tokens: {readonly input: number; readonly cached: number; readonly output: number};
};

export type ToolBlock = {
	readonly type: 'tool_use' | 'server_tool_use';
	readonly id: string;
	readonly name: string;
	readonly input: Readonly<Record<string, unknown>>;
	/** The incomplete JSON, if the token limit cut it. */
	readonly partialJson?: string;
};

export type Citation = {
	readonly type: 'web_search_result_location';
	readonly cited_text: string;
	readonly url: string;
	readonly title: string;
	readonly encrypted_index: string;
};

export type SearchResult = {
	readonly type: 'web_search_result';
	readonly title: string;
	readonly url: string;
	readonly encrypted_content: string;
	readonly page_age: string | null;
};

export type AnswerStop = {
	readonly stop_reason: 'end_turn' | 'max_tokens' | 'stop_sequence' | 'tool_use' | 'pause_turn' | 'refusal';
	readonly stop_sequence: string | null;
	readonly stop_details: unknown;
};

export const endTurn: AnswerStop = {stop_reason: 'end_turn', stop_sequence: null, stop_details: null};

/**
 * How the events of an answer are spread over time. `smooth`: a delta every 40–70 ms. `bursty`: stalls of 430–520 ms, then several deltas
 * in one read. `quick`: a delta every 8–16 ms. `buffered`: everything in a few reads.
 */
export type PaceName = 'smooth' | 'bursty' | 'quick' | 'buffered';

/** `fast`: in under half a second. `slow`: in about three seconds. */
export type ResponseSpeed = 'fast' | 'slow';

/** What goes wrong halfway through the answer, or at its end. */
export type Fault =
	| {readonly kind: 'stall'}
	| {readonly kind: 'error'; readonly error: ApiError}
	| {readonly kind: 'error-at-end'; readonly error: ApiError}
	| {readonly kind: 'cut-off'}
	| {readonly kind: 'malformed'};

/**
 * Silences and events besides the content: before a block, inside one after `at` characters of its text, or, with an infinite `block`, after
 * the last one. A delta ends at each.
 */
export type Interlude = {
	readonly block: number;
	/** `null`: before the block. */
	readonly at: number | null;
	readonly events: readonly TimedEvent[];
};

export type DemoAnswer = {
	readonly blocks: readonly AnswerBlock[];
	readonly stop: AnswerStop;
	/** A number is the milliseconds before each delta. */
	readonly pace: PaceName | number;
	/** How soon the response comes, by its kind or in milliseconds. Default: the time measured over all models. */
	readonly response?: ResponseSpeed | number;
	readonly fault?: Fault;
	/** Input tokens that only the final count includes: what a server tool read. */
	readonly toolInputTokens?: number;
	readonly webSearches?: number;
	/** Input tokens written to the prompt cache and read from it, in addition to those of the request. */
	readonly cache?: {readonly written: number; readonly read: number};
	readonly earlier?: EarlierIteration;
	/** Limits of this answer, whatever the request says. */
	readonly maxTokens?: number;
	readonly stopSequences?: readonly string[];
	/** Characters in each delta; infinite for one delta between two interludes. Default: the measured sizes. */
	readonly deltaLength?: number;
	readonly interludes?: readonly Interlude[];
	/** Counts in place of those that are made. */
	readonly usage?: Readonly<Record<string, unknown>>;
	/** Lets some reads end inside a character. */
	readonly cutsCharacters?: true;
};

/** How a scenario answers a request. `retryAfter` is in seconds, at speed 1. The scenario's own faults come before those of the request. */
export type SceneOutcome = {readonly faults?: readonly ChosenFault[]} & (
	| {readonly kind: 'answer'; readonly answer: DemoAnswer}
	| {readonly kind: 'refused'; readonly error: ApiError; readonly retryAfter: number | null}
);

/** What a scenario knows about the request. `occurrence` counts how often this conversation was sent, from 1. */
export type Scene = {
	readonly request: MessagesRequest;
	readonly occurrence: number;
	readonly random: Random;
	readonly newId: (kind: IdKind) => string;
};

export type Scenario = (scene: Scene) => SceneOutcome;
