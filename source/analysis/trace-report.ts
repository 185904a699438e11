import type {Severity} from '../messages/conformance/finding.js';
import type {StopDetails} from '../messages/stop-details.js';
import type {UsageEntry} from '../messages/usage-ledger.js';
import type {AlteredWay, TraceError} from '../trace/trace-event.js';
import type {Json} from '../wire/json.js';
import type {Clocks, OutputRate} from './clocks.js';
import type {ContextUse} from './context-use.js';
import type {ExchangeCost} from './exchange-cost.js';
import type {Bin} from './histogram-bins.js';
import type {Thinking} from './thinking.js';

// The result of `inspectTrace`, in plain JSON. `streamscope inspect --json` prints it, so fields may be added, but not renamed or removed.
// Events are numbered from 1 over the whole trace, as in the event log. Times are milliseconds.

export type TraceReport = {
	readonly exchanges: readonly ExchangeReport[];
	/** The findings of all exchanges. */
	readonly counts: FindingCounts;
};

export type FindingCounts = {readonly [Level in Severity as `${Level}s`]: number};

/**
 * One prompt and its answer. `outcome` is `open` if the trace ends before the exchange does. Values that depend on times (`clocks`, `gaps`,
 * `reads`, `rate`) are `null` if times are not known.
 */
export type ExchangeReport = {
	readonly exchange: number;
	readonly url: string | null;
	readonly model: string | null;
	/** The other API whose events came, as a phrase: `Ollama's format`. Such an exchange is not judged. `null` for the Messages API. */
	readonly foreign: string | null;
	readonly outcome: 'complete' | 'aborted' | 'failed' | 'open';
	readonly error: TraceError | null;
	readonly stopReason: string | null;
	/** Why the model declined, if the API says so. */
	readonly stopDetails: StopDetails | null;
	readonly attempts: readonly AttemptReport[];
	readonly events: EventCounts;
	readonly blocks: readonly BlockReport[];
	readonly clocks: Clocks | null;
	readonly gaps: GapReport | null;
	readonly reads: ReadReport | null;
	readonly rate: OutputRate | null;
	/** `null` if there was no thinking. Its duration is `null` if times are not known. */
	readonly thinking: Thinking | null;
	readonly usage: readonly UsageReport[];
	/** By list prices, in dollars; `null` where a price is not known. */
	readonly cost: ExchangeCost | null;
	/** `null` if the size of the model's context window is not known. */
	readonly context: ContextUse | null;
	/** What the API says beside the answer, and the event that says it. Sanitise it before showing it. */
	readonly remarks: readonly RemarkReport[];
	/** What the client got otherwise than the server sent it, where a tap was told to alter the stream; else `null`. */
	readonly altered: AlteredReport | null;
	readonly findings: readonly FindingReport[];
	readonly counts: FindingCounts;
};

/** How often each thing was done, and how long the stream was held in all, in milliseconds. */
export type AlteredReport = {
	readonly counts: Readonly<Partial<Record<AlteredWay, number>>>;
	readonly heldFor: number;
};

/** The same words as in the conversation: `cache miss: the tools changed, ~4,213 tokens`. */
export type RemarkReport = {readonly text: string; readonly event: number};

/** `status` is `null` if there was no response or a capture does not include it. `events` is the number of its server-sent events. */
export type AttemptReport = {
	readonly attempt: number;
	readonly status: number | null;
	readonly requestId: string | null;
	readonly contentType: string | null;
	readonly events: number;
};

/** The number of server-sent events by name. Events without a name count under the type in their data, or as `(no name)`. */
export type EventCounts = {
	readonly total: number;
	readonly byType: Readonly<Record<string, number>>;
};

/**
 * A content block as its events opened it. Lengths are in UTF-16 units: `length` of the readable text (or summary), `signature` of the
 * signature.
 */
export type BlockReport = {
	readonly index: number;
	readonly type: string;
	readonly deltas: number;
	readonly length: number;
	readonly signature: number;
	readonly isClosed: boolean;
};

/** The times between successive non-empty content deltas. */
export type GapReport = {
	readonly count: number;
	readonly p50: number;
	readonly p90: number;
	readonly p99: number;
	readonly max: number;
	readonly histogram: readonly Bin[];
};

/**
 * How the events were spread over network reads. `largest` is the most events in one read, `shared` the number of events that shared a read.
 * `isBuffered` means that so much content arrived at once, after so long, that something held it back.
 */
export type ReadReport = {
	readonly reads: number;
	readonly largest: number;
	readonly shared: number;
	readonly isBuffered: boolean;
};

/** A number of `usage`, and the event that set it. */
export type UsageReport = {
	readonly name: string;
	readonly value: Json;
	readonly event: number;
	readonly source: UsageEntry['source'];
	readonly isFinal: boolean;
};

/** A broken rule. `event` is `null` if it concerns the stream as a whole. `line` is its line in the file, if known. `message` quotes the wire. Sanitise it before showing it. */
export type FindingReport = {
	readonly rule: string;
	readonly severity: Severity;
	readonly event: number | null;
	readonly line?: number | null;
	readonly message: string;
	/** What was expected instead, if no rule of the protocol says so. */
	readonly expected?: string;
};
