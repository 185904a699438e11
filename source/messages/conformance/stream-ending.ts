/** How the body ended: it was read to its end, the connection broke, or the reader stopped it; `open` where it may not have ended. */
export type StreamEnding = 'end' | 'error' | 'aborted' | 'open';
