import type {TraceEvent} from '../../trace/trace-event.js';
import type {Recording, SkippedLines} from '../recording.js';

/** Whether the times of the events were captured, or made up for playing. */
export type Pacing = 'recorded' | 'synthetic';

/** A request that a capture holds and that is not judged. `status` is 0 if it is not known. `reason` completes "not judged: …". */
export type UnjudgedRequest = {
	readonly method: string;
	readonly url: string;
	readonly status: number;
	readonly reason: string;
};

/** The result of an import. */
export type Imported = {
	readonly events: readonly TraceEvent[];
	readonly pacing: Pacing;
	readonly skipped: readonly SkippedLines[];
	/** What the capturing tool did, and what is odd about the capture. */
	readonly notes: readonly string[];
	/** An ISO date, if the capture has one. */
	readonly startedAt?: string;
	readonly unjudged?: readonly UnjudgedRequest[];
	/** Why nothing in it can be judged. A sentence. */
	readonly refusal?: string;
	/** What the capture lost of the stream, so that the end of the stream is not known. A sentence. */
	readonly loss?: string;
	/** The text of the first exchange's body as it came over the wire, if the reader keeps it. */
	readonly body?: string;
	/** The line of the file, from 1, at which that text begins, if its lines are those of the file. */
	readonly bodyLine?: number;
	/** Everything else that a recording of our own holds. */
	readonly recording?: Recording;
};

/** Accepts a text in pieces that may end anywhere. */
export type Importer = {
	feed(text: string): void;
	end(): Imported | Promise<Imported>;
};
