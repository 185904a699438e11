import type {TraceEvent} from '../../trace/trace-event.js';
import type {Pacing} from '../imports/imported.js';
import type {PlacedLine} from '../recording.js';
import type {RecordingHeader} from '../recording-format.js';

/** What is exported: a recording, or the part of one that holds a single exchange. */
export type ExportSource = {
	readonly header: RecordingHeader | null;
	readonly title: string | null;
	readonly events: readonly TraceEvent[];
	readonly others: readonly PlacedLine[];
	/** Whether the times are real; where nothing is said, they are. */
	readonly pacing?: Pacing;
};

/** A file to write, in pieces. `notes` say what was left out. */
export type Exported = {
	readonly pieces: Iterable<string>;
	readonly extension: string;
	readonly notes: readonly string[];
};
