import type {TraceEvent} from '../../trace/trace-event.js';
import type {SkippedLines} from '../recording.js';

/** Whether the times of the events were captured, or made up for playing. */
export type Pacing = 'recorded' | 'synthetic';

/** The result of an import. `startedAt` is an ISO date, if the capture has one. */
export type Imported = {
	readonly events: readonly TraceEvent[];
	readonly pacing: Pacing;
	readonly skipped: readonly SkippedLines[];
	readonly notes: readonly string[];
	readonly startedAt?: string;
};

/** Accepts a text in pieces that may end anywhere. */
export type Importer = {
	feed(text: string): void;
	end(): Imported;
};
