/**
 * What the official SDK made of an event: handed to the caller's loop, dropped without a word, or thrown as an error.
 * `pending` until the SDK has come to it; `none` for rows that are no server-sent events.
 */
export type SdkVerdict = 'none' | 'pending' | 'yielded' | 'dropped' | 'thrown';

/** `helpers` are the names of the SDK's helper events that fired at this event, in their order. */
export type LaneEntry = {
	readonly verdict: SdkVerdict;
	readonly helpers: readonly string[];
};

const noEntry: LaneEntry = {verdict: 'none', helpers: []};

/**
 * The SDK's side of a trace: an entry for a position of it. Filled live by the loop over the SDK's stream, and for a recording by
 * running the SDK over the recorded bytes; never written to disk.
 */
export class SdkLane {
	readonly #entries: LaneEntry[] = [];
	/** A stream of a million deltas has only a few different entries: each is kept once. */
	readonly #interned = new Map<string, LaneEntry>();

	at(position: number): LaneEntry {
		return this.#entries[position] ?? noEntry;
	}

	judge(position: number, verdict: SdkVerdict): void {
		this.#set(position, {...this.at(position), verdict});
	}

	fired(position: number, helper: string): void {
		const {verdict, helpers} = this.at(position);
		this.#set(position, {verdict, helpers: [...helpers, helper]});
	}

	#set(position: number, entry: LaneEntry): void {
		const key = `${entry.verdict} ${entry.helpers.join(' ')}`;
		const interned = this.#interned.get(key) ?? entry;
		this.#interned.set(key, interned);
		while (this.#entries.length < position) {
			this.#entries.push(noEntry);
		}

		this.#entries[position] = interned;
	}
}
