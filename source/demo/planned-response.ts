import type {StreamStep} from './cut-reads.js';

/** An event as it will be sent, and the delay before it in milliseconds. */
export type EventText = {readonly delayMs: number; readonly text: string};

/**
 * What happens after the last byte. `end`: the response ends. `close` and `reset`: the connection ends, in the middle of the response. `open`:
 * it stays open. `silent`: not even the headers are sent.
 */
export type StreamEnding = 'end' | 'close' | 'reset' | 'open' | 'silent';

/** A response before it is sent. `responseMs` is the time to its headers. */
export type PlannedResponse = {
	readonly responseMs: number;
	readonly steps: readonly StreamStep[];
	readonly ending: StreamEnding;
	/** Default: none. Each step is compressed so that it can be read before the next one comes. */
	readonly encoding?: 'gzip';
	/** Default: 200. */
	readonly status?: number;
	/** Default: that of the answer. */
	readonly contentType?: string;
};
