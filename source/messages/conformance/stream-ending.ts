/** How the body ended: it was read to its end, the connection broke, or the reader stopped. `open` means that it may not have ended. */
export type StreamEnding = 'end' | 'error' | 'aborted' | 'open';
