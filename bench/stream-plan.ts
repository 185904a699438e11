/** How the bench server should answer the next request. */
export type StreamPlan = {
	/** Text deltas in the answer. */
	readonly deltas: number;
	/** Deltas per second, each in a separate write. `null` sends them all at once. */
	readonly perSecond: number | null;
	/** Milliseconds between the request and the response. */
	readonly delay: number;
	/** Keeps the body open after the last event until it is released, so that a client that would exit then can still be measured. */
	readonly holdEnd: boolean;
};

/** What has been sent. Times are milliseconds on the monotonic clock, taken just before the write. */
export type StreamSent = {
	/** The number of the first delta's marker. The others follow. */
	readonly firstMarker: number;
	readonly sentAt: readonly number[];
	readonly lastByteAt: number;
	/** All server-sent events of the answer. */
	readonly events: number;
};

export type ServerRequest = {readonly type: 'plan'; readonly plan: StreamPlan} | {readonly type: 'release'};

export type ServerNews =
	| {readonly type: 'listening'; readonly url: string}
	| {readonly type: 'request'}
	| {readonly type: 'sent'; readonly sent: StreamSent};
