/** One server-sent event before it is encoded. A string is sent unchanged, for data that is deliberately not JSON. */
export type StreamEvent = {
	readonly event: string;
	readonly data: {readonly type: string; readonly [field: string]: unknown} | string;
	/** The silence before this event in milliseconds. Default: the pace decides. */
	readonly pause?: number;
	/** Only the first half of the event is sent, then the connection closes. */
	readonly half?: true;
	/** The data is sent as it is, without the lines of an event. */
	readonly isRaw?: true;
};

/** An event, or milliseconds of silence before the next one. */
export type TimedEvent = StreamEvent | {readonly wait: number};

export const pingEvent: StreamEvent = {event: 'ping', data: {type: 'ping'}};
