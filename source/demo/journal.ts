import type {AnswerWatcher} from './answer-watcher.js';

/** A request and its answer so far. Times are milliseconds on the monotonic clock. */
export type JournalEntry = {
	/** Counts from 1. */
	readonly number: number;
	readonly at: number;
	readonly method: string;
	readonly path: string;
	/** The faults that the request named, or else those of the server. */
	readonly faults: string;
	/** The program that asked, by its user-agent header. */
	readonly client: string;
	/** The request's headers, with names in lower case, and its body, if the journal keeps bodies. A body that was too large is `null`. */
	readonly headers: Readonly<Record<string, string>>;
	readonly asked: string | null;
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

/** What a server was asked and what it answered, the last requests only. */
export type Journal = {
	readonly watch: AnswerWatcher;
	/** The oldest first. */
	entries(): readonly JournalEntry[];
};

export type JournalOptions = {
	/** How many requests are kept. */
	readonly limit: number;
	/** Keeps what was asked and sent. */
	readonly keepsBodies: boolean;
	readonly now: () => number;
	/** Called when an answer has ended. */
	readonly onEnd?: (entry: JournalEntry) => void;
};

/** An entry while its answer is sent: changed in place, because that happens for each event of each stream. */
type GrowingEntry = Omit<JournalEntry, 'asked' | 'status' | 'bytes' | 'body' | 'endedAt' | 'endedBy'> & {
	status: JournalEntry['status'];
	bytes: number;
	readonly body: Uint8Array[];
	asked: JournalEntry['asked'];
	endedAt: JournalEntry['endedAt'];
	endedBy: JournalEntry['endedBy'];
};

function copyOf(entry: GrowingEntry): JournalEntry {
	return {...entry, body: [...entry.body]};
}

export function createJournal({limit, keepsBodies, now, onEnd}: JournalOptions): Journal {
	const entries = new Map<number, GrowingEntry>();
	let count = 0;
	return {
		watch({method, path, faults, headers}) {
			const number = ++count;
			const entry: GrowingEntry = {
				...{number, at: now(), method, path, faults, client: headers['user-agent'] ?? ''},
				...{headers: keepsBodies ? headers : {}, asked: null},
				...{status: null, bytes: 0, body: [], endedAt: null, endedBy: null},
			};
			entries.set(number, entry);
			entries.delete(number - limit);
			return {
				asked(body) {
					entry.asked = keepsBodies ? body : null;
				},
				began(status) {
					entry.status = status;
				},
				sent(bytes) {
					entry.bytes += bytes.length;
					if (keepsBodies) {
						entry.body.push(bytes);
					}
				},
				ended(by) {
					entry.endedAt = now();
					entry.endedBy = by;
					onEnd?.(copyOf(entry));
				},
			};
		},
		entries: () => [...entries.values()].map(copyOf),
	};
}
