import type {TraceEvent} from '../trace/trace-event.js';
import type {OtherLine, RecordingHeader} from './recording-format.js';

/** Unusable lines, from `line` to `last`, numbered from 1. For a single line, both are equal. */
export type SkippedLines = {
	readonly line: number;
	readonly last: number;
	readonly reason: string;
};

/** A line that is not an event, and the number of events before it. */
export type PlacedLine = {
	readonly before: number;
	readonly line: OtherLine;
};

/**
 * The content of a recording. `header` is `null` if the file has lost it. `title` is the last one given. The clock of a resumed session
 * continues from `lastAt`. `notes` say what is odd about the file as a whole.
 */
export type Recording = {
	readonly header: RecordingHeader | null;
	readonly title: string | null;
	readonly events: readonly TraceEvent[];
	readonly others: readonly PlacedLine[];
	readonly skipped: readonly SkippedLines[];
	readonly notes: readonly string[];
	readonly lastAt: number;
};
