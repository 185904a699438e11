import type {AnswerWatcher} from './answer-watcher.js';

/** A request and its answer so far. Times are milliseconds on the monotonic clock. */
export type JournalEntry = {
	/** Counts from 1. */
	readonly number: number;
	readonly at: number;
	readonly method: string;
	readonly path: string;
	/** The faults that the request named. */
	readonly faults: string;
	/** The program that asked, by its user-agent header. */
	readonly client: string;
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
	/** Keeps what was sent. */
	readonly keepsBodies: boolean;
	readonly now: () => number;
	/** Called when an answer has ended. */
	readonly onEnd?: (entry: JournalEntry) => void;
};

export function createJournal({limit, keepsBodies, now, onEnd}: JournalOptions): Journal {
	const entries = new Map<number, JournalEntry>();
	let count = 0;
	return {
		watch({method, path, faults, headers}) {
			const number = ++count;
			let entry: JournalEntry = {
				...{number, at: now(), method, path, faults, client: headers['user-agent'] ?? ''},
				...{status: null, bytes: 0, body: [], endedAt: null, endedBy: null},
			};
			const put = (change: Partial<JournalEntry>) => {
				entry = {...entry, ...change};
				if (entries.has(number)) {
					entries.set(number, entry);
				}
			};
			entries.set(number, entry);
			entries.delete(number - limit);
			return {
				asked() {},
				began: status => put({status}),
				sent: bytes =>
					put({bytes: entry.bytes + bytes.length, ...(keepsBodies && {body: [...entry.body, bytes]})}),
				ended(by) {
					put({endedAt: now(), endedBy: by});
					onEnd?.(entry);
				},
			};
		},
		entries: () => [...entries.values()],
	};
}
