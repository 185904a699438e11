import type {TraceEvent} from '../../trace/trace-event.js';
import type {SkippedLines} from '../recording.js';

/** Whether the times of the events were captured, or made up so that they can be played. */
export type Pacing = 'recorded' | 'synthetic';

/** What an import made of a text. `startedAt` is an ISO date where the capture tells one. */
export type Imported = {
	readonly events: readonly TraceEvent[];
	readonly pacing: Pacing;
	readonly skipped: readonly SkippedLines[];
	readonly notes: readonly string[];
	readonly startedAt?: string;
};

/** Takes a text in pieces that may end anywhere. */
export type Importer = {
	feed(text: string): void;
	end(): Imported;
};
