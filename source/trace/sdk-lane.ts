/**
 * What the official SDK did with an event: yielded it to the caller's loop, dropped it silently, or threw an error. `pending` until the SDK
 * reaches it. `none` for rows that are not server-sent events.
 */
export type SdkVerdict = 'none' | 'pending' | 'yielded' | 'dropped' | 'thrown';

/** `helpers` are the names of the SDK's helper events fired by this event, in order. */
export type LaneEntry = {
	readonly verdict: SdkVerdict;
	readonly helpers: readonly string[];
};

const noEntry: LaneEntry = {verdict: 'none', helpers: []};

/**
 * The SDK's side of a trace, one entry per position. Filled live by the loop over the SDK's stream, or for a recording by running the SDK over
 * the recorded bytes. Never written to disk.
 */
export class SdkLane {
	readonly #entries: LaneEntry[] = [];
	/** A stream of a million deltas has only a few distinct entries, so each is stored once. */
	readonly #interned = new Map<string, LaneEntry>();
	/** The entry that each becomes when something is added. */
	readonly #following = new Map<LaneEntry, Map<string, LaneEntry>>();

	at(position: number): LaneEntry {
		return this.#entries[position] ?? noEntry;
	}

	judge(position: number, verdict: SdkVerdict): void {
		const before = this.at(position);
		this.put(
			position,
			this.#follow(before, verdict, () => ({...before, verdict})),
		);
	}

	fired(position: number, helper: string): void {
		const before = this.at(position);
		const next = () => ({verdict: before.verdict, helpers: [...before.helpers, helper]});
		this.put(position, this.#follow(before, `${helper}()`, next));
	}

	/** Sets an entry that already exists, such as one from another lane. */
	put(position: number, entry: LaneEntry): void {
		while (this.#entries.length < position) {
			this.#entries.push(noEntry);
		}

		this.#entries[position] = entry;
	}

	#follow(before: LaneEntry, change: string, next: () => LaneEntry): LaneEntry {
		const known = this.#following.get(before) ?? new Map<string, LaneEntry>();
		this.#following.set(before, known);
		const entry = known.get(change) ?? this.#intern(next());
		known.set(change, entry);
		return entry;
	}

	#intern(entry: LaneEntry): LaneEntry {
		const key = `${entry.verdict} ${entry.helpers.join(' ')}`;
		const interned = this.#interned.get(key) ?? entry;
		this.#interned.set(key, interned);
		return interned;
	}
}
