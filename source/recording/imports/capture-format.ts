import type {TraceEvent} from '../../trace/trace-event.js';
import type {Imported, Importer, Pacing} from './imported.js';
import type {Sample} from './sample.js';

/** The name of a format, which `inspect --json` prints. `unknown` is a text that no format's sign was found in. */
export type TraceFormat =
	| 'recording'
	| 'sse'
	| 'http'
	| 'curl-trace'
	| 'curl-verbose'
	| 'har'
	| 'mitmproxy'
	| 'claude-code'
	| 'exchange-log'
	| 'python-print'
	| 'node-print'
	| 'bedrock'
	| 'cassette'
	| 'export'
	| 'events'
	| 'json'
	| 'unknown';

/** A format that can be opened. */
export type CaptureFormat = {
	readonly name: Exclude<TraceFormat, 'unknown'>;
	/** What it is, after "This is": `a HAR file`. */
	readonly title: string;
	/** The same in a word or two, for the player's header. */
	readonly shortTitle: string;
	/** What writes it, for the documentation. */
	readonly writers: string;
	/** What is known of its times, for the documentation. */
	readonly times: string;
	/** The sign by which the format is recognised, in words, or `null` if the sample does not have it. */
	readonly sign: (sample: Sample) => string | null;
	readonly reader: CaptureReader;
};

/**
 * How the content is read: as text that arrives in pieces, which may end anywhere, or whole, as text or as bytes. A reader does not throw: it
 * skips and names what it cannot use.
 */
export type CaptureReader =
	| {readonly takes: 'pieces'; readonly create: (options: ReadOptions) => Importer}
	| {readonly takes: 'text'; readonly read: (text: string) => Imported | Promise<Imported>}
	| {readonly takes: 'bytes'; readonly read: (bytes: Uint8Array) => Imported | Promise<Imported>};

export type ReadOptions = {
	/** Whether to keep the text of a bare body, which shows details that its events do not. */
	readonly keepsBody: boolean;
	/** Gets the events of a recording, which are then not kept. */
	readonly onEvent: ((event: TraceEvent, pacing: Pacing) => void) | null;
};
