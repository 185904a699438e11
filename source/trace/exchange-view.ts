import type {MessageSnapshot} from '../messages/message-snapshot.js';
import type {UsageEntry, UsageLedger} from '../messages/usage-ledger.js';
import type {JsonObject} from '../wire/json.js';
import type {AlteredWay, EndEvent, RequestEvent, ResponseEvent} from './trace-event.js';

export type Phase = 'idle' | 'connecting' | 'streaming' | 'complete' | 'aborted' | 'failed';

/** One HTTP attempt of an exchange. `body` is the body of a response that was not a stream. */
export type AttemptView = {
	readonly request: RequestEvent;
	readonly response: ResponseEvent | null;
	readonly body: string | null;
	readonly sseCount: number;
};

/** Times in milliseconds on the trace's clock. `null` until they are known. Durations are differences from `request`, see `clocks.ts`. */
export type Timestamps = {
	readonly request: number;
	readonly headers: number | null;
	readonly firstEvent: number | null;
	readonly firstContent: number | null;
	readonly firstText: number | null;
	readonly lastContent: number | null;
	/** The first and the last content that is not thinking: text, tool JSON, a summary. */
	readonly firstAnswer: number | null;
	readonly lastAnswer: number | null;
	/** When the last block of thinking closed. */
	readonly thinkingStop: number | null;
	readonly messageStop: number | null;
	readonly lastPing: number | null;
	readonly lastByte: number | null;
	readonly end: number | null;
};

/** How long the model thought, in milliseconds: in the blocks that are closed, and since when the one that is open is. */
export type ThinkingTime = {
	readonly closed: number;
	readonly openSince: number | null;
};

/** What the API says beside the answer, in words that quote the wire. `position` is that of its event in the trace. */
export type Remark = {
	readonly text: string;
	readonly position: number;
	readonly source: UsageEntry['source'];
};

/** How many events the client got otherwise than the server sent them, and when the one was held that still is; `null` if none is. */
export type AlteredView = {
	readonly counts: Readonly<Partial<Record<AlteredWay, number>>>;
	readonly heldSince: number | null;
	/** How long events were held in all, in milliseconds. */
	readonly heldFor: number;
};

/**
 * One prompt and its answer, as far as a prefix of the trace shows. `first` and `last` are positions in the trace. `contentLength` counts the
 * same content as the clocks: the UTF-16 units of text, thinking, tool JSON and summaries.
 */
export type ExchangeView = {
	readonly exchange: number;
	readonly phase: Exclude<Phase, 'idle'>;
	readonly first: number;
	readonly last: number;
	readonly attempts: readonly AttemptView[];
	readonly message: MessageSnapshot | null;
	readonly usage: UsageLedger;
	readonly remarks: readonly Remark[];
	readonly timestamps: Timestamps;
	/** `null` until a block of thinking opened. */
	readonly thinkingTime: ThinkingTime | null;
	readonly sseCount: number;
	readonly contentLength: number;
	/** The payload of an `error` event of the stream. */
	readonly streamError: JsonObject | null;
	readonly end: EndEvent | null;
	/** What a proxy was told to change on the way to the client. */
	readonly altered: AlteredView;
	/** The other API that it belongs to, as a phrase: `OpenAI's Chat Completions format`. `null` for the Messages API. */
	readonly foreign: string | null;
};
