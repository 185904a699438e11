import type {ApiError} from './api-error.js';
import type {IdKind} from './create-id.js';
import type {MessagesRequest} from './messages-request.js';
import type {Random} from './random.js';

/** A content block as the finished message holds it. */
export type AnswerBlock =
	| {readonly type: 'text'; readonly text: string; readonly citations?: readonly Citation[]}
	| ThinkingBlock
	| ToolBlock
	| FallbackBlock
	| CompactionBlock
	| {
			readonly type: 'web_search_tool_result';
			readonly tool_use_id: string;
			readonly content: readonly SearchResult[];
	  };

export type ThinkingBlock = {
	readonly type: 'thinking';
	readonly thinking: string;
	readonly signature: string;
	/** What the model thought, in tokens, where the text of it is not shown. */
	readonly hiddenTokens?: number;
	/** Milliseconds that hidden thinking takes. Its token count is estimated meanwhile, as with the beta `thinking-token-count-2026-05-13`. */
	readonly hiddenMs?: number;
};

/** From here on another model writes: the SDK's `BetaFallbackBlock`. */
export type FallbackBlock = {
	readonly type: 'fallback';
	readonly from: {readonly model: string};
	readonly to: {readonly model: string};
	readonly trigger: {readonly type: 'refusal'; readonly category: string | null};
};

/** A summary that takes the place of the conversation before it: the SDK's `BetaCompactionBlock`. */
export type CompactionBlock = {
	readonly type: 'compaction';
	readonly content: string;
	readonly encrypted_content: string;
};

/** What was spent before the attempt that answers. `tokens` are those of the input, of the input read from the cache, and of the output. */
export type EarlierIteration = {
	readonly type: 'compaction' | 'message';
	readonly tokens: {readonly input: number; readonly cached: number; readonly output: number};
};

export type ToolBlock = {
	readonly type: 'tool_use' | 'server_tool_use';
	readonly id: string;
	readonly name: string;
	readonly input: Readonly<Record<string, unknown>>;
	/** The JSON as far as it came, where the token limit cut it. */
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

/** What goes wrong, half-way through the answer. */
export type Fault =
	| {readonly kind: 'stall'}
	| {readonly kind: 'error'; readonly error: ApiError}
	| {readonly kind: 'cut-off'}
	| {readonly kind: 'malformed'};

export type DemoAnswer = {
	readonly blocks: readonly AnswerBlock[];
	readonly stop: AnswerStop;
	readonly pace: PaceName;
	/** How soon the response comes, where the time measured over all models is not wanted. */
	readonly response?: ResponseSpeed;
	readonly fault?: Fault;
	/** Input tokens that the final count has and the first does not: what a server tool read. */
	readonly toolInputTokens?: number;
	readonly webSearches?: number;
	/** Input tokens that are written to the prompt cache and read from it, besides those of the request. */
	readonly cache?: {readonly written: number; readonly read: number};
	readonly earlier?: EarlierIteration;
	/** Limits that this answer has whatever the request says. */
	readonly maxTokens?: number;
	readonly stopSequences?: readonly string[];
	/** Characters in each delta, where the measured sizes are not wanted. */
	readonly deltaLength?: number;
	/** Lets some reads end inside a character. */
	readonly cutsCharacters?: true;
};

/** What a scenario makes of a request. `retryAfter` is in seconds, at speed 1. */
export type SceneOutcome =
	| {readonly kind: 'answer'; readonly answer: DemoAnswer}
	| {readonly kind: 'refused'; readonly error: ApiError; readonly retryAfter: number};

/** What a scenario may look at. `occurrence` counts from 1 how often this conversation was sent. */
export type Scene = {
	readonly request: MessagesRequest;
	readonly occurrence: number;
	readonly random: Random;
	readonly newId: (kind: IdKind) => string;
};

export type Scenario = (scene: Scene) => SceneOutcome;
