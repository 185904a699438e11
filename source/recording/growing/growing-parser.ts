import type {TraceEvent} from '../../trace/trace-event.js';

/** What a growing source is read into. */
export type GrowingSink = {
	/** Milliseconds on the trace's clock. */
	readonly now: () => number;
	readonly emit: (event: TraceEvent) => void;
	/** Says what is odd about the source, as a sentence. */
	readonly note: (words: string) => void;
};

/** A sink, and the place of what is read: the number of reads so far, and when the source was opened. */
export type GrowingContext = GrowingSink & {
	readonly reads: () => number;
	readonly openedAt: number;
};

/** Reads one format while it arrives. Bytes may end anywhere. Nothing throws: what is of no use is skipped and noted. */
export type GrowingParser = {
	read(bytes: Uint8Array): void;
	/** The source has ended. */
	end(): void | Promise<void>;
};
