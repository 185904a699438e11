import type {TraceEvent} from '../trace/trace-event.js';
import type {OtherLine, RecordingHeader} from './recording-format.js';

/** Lines that could not be used, from `line` to `last`, numbered from 1. `last` is `line` where it is one. */
export type SkippedLines = {
	readonly line: number;
	readonly last: number;
	readonly reason: string;
};

/** A line that is no event, and how many events stood before it. */
export type PlacedLine = {
	readonly before: number;
	readonly line: OtherLine;
};

/**
 * What a recording holds. `header` is `null` where the file has lost it. `title` is the last one given. `lastAt` is where the clock
 * of a resumed session goes on. `notes` say what is odd about the file as a whole.
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
