/** A request that the client sent, and what went back. Times are milliseconds since the client was started. */
export type SeenRequest = {
	readonly at: number;
	/** The status that was sent, or `null` if the connection was closed before. */
	readonly status: number | null;
	/** The answer's text that was sent in whole events, or in a whole body. */
	readonly text: string;
	/** The counts of output tokens that were sent, in their order. The last one counts. */
	readonly outputTokens: readonly number[];
	/** When the response ended, or `null` if it was still open at the end of the case. */
	readonly endedAt: number | null;
	/** `client`: the client closed the connection before the server ended the response. */
	readonly endedBy: 'server' | 'client' | null;
};

/** How the client's process ended. `overtime`: it was killed because the time limit had passed. */
export type ProcessEnd =
	| {readonly kind: 'exit'; readonly code: number}
	| {readonly kind: 'signal'; readonly signal: string}
	| {readonly kind: 'overtime'; readonly limit: number};

/** What was seen of a client in one case. */
export type Observation = {
	readonly end: ProcessEnd;
	/** Milliseconds from its start to its end. */
	readonly duration: number;
	readonly stdout: string;
	readonly stderr: string;
	readonly requests: readonly SeenRequest[];
};
