/** A request and its answer so far. Times are milliseconds on the monotonic clock. */
export type JournalEntry = {
	/** Counts from 1. */
	readonly number: number;
	readonly at: number;
	readonly method: string;
	readonly path: string;
	/** The faults that were chosen, as they were written. */
	readonly faults: string;
	/** `null` until the headers are sent. */
	readonly status: number | null;
	/** The bytes of the body that were sent, before compression. */
	readonly bytes: number;
	/** The body that was sent, if the journal keeps bodies. */
	readonly body: readonly Uint8Array[];
	readonly endedAt: number | null;
	/** `client`: it closed the connection before the answer was whole. */
	readonly endedBy: 'server' | 'client' | null;
};

/** Follows one answer. Only the first end counts. */
export type OpenEntry = {
	began(status: number): void;
	sent(bytes: Uint8Array): void;
	ended(by: 'server' | 'client'): void;
};

/** What a server was asked and what it answered, the last requests only. */
export type Journal = {
	open(request: Pick<JournalEntry, 'method' | 'path' | 'faults'>): OpenEntry;
	/** The oldest first. */
	entries(): readonly JournalEntry[];
};

export type JournalOptions = {
	/** How many requests are kept. */
	readonly limit: number;
	/** Keeps what was sent. */
	readonly keepsBodies: boolean;
	readonly now: () => number;
	/** Called when a request comes and when its answer ends. */
	readonly onChange?: (entry: JournalEntry) => void;
};

export function createJournal({limit, keepsBodies, now, onChange}: JournalOptions): Journal {
	const entries = new Map<number, JournalEntry>();
	let count = 0;
	return {
		open(request) {
			const number = ++count;
			let entry: JournalEntry = {
				...request,
				number,
				at: now(),
				status: null,
				bytes: 0,
				body: [],
				endedAt: null,
				endedBy: null,
			};
			const put = (change: Partial<JournalEntry>) => {
				entry = {...entry, ...change};
				if (entries.has(number)) {
					entries.set(number, entry);
				}
			};
			entries.set(number, entry);
			if (entries.size > limit) {
				entries.delete(number - limit);
			}

			onChange?.(entry);
			return {
				began: status => put({status}),
				sent: bytes =>
					put({bytes: entry.bytes + bytes.length, ...(keepsBodies && {body: [...entry.body, bytes]})}),
				ended(by) {
					if (entry.endedBy === null) {
						put({endedAt: now(), endedBy: by});
						onChange?.(entry);
					}
				},
			};
		},
		entries: () => [...entries.values()],
	};
}
