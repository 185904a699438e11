/** A stream that is held, and how it is let go. */
type Held = {readonly exchange: number; readonly go: () => void};

/** The streams that are held now, the oldest first. */
export type Holds = {
	/** Holds a stream. Returns a function that forgets it, for a client that leaves. */
	add(exchange: number, go: () => void): () => void;
	/** Lets the stream of an exchange go on, or the oldest one. Returns its exchange, `null` if nothing is held. */
	release(exchange?: number): number | null;
	releaseAll(): void;
};

/** `limit` is how long a stream is held at most, in milliseconds; `null`: until it is let go. */
export function createHolds(limit: number | null): Holds {
	const held: Held[] = [];
	const take = (one: Held | undefined): number | null => {
		const index = one === undefined ? -1 : held.indexOf(one);
		if (one === undefined || index === -1) {
			return null;
		}

		held.splice(index, 1);
		one.go();
		return one.exchange;
	};

	return {
		add(exchange, go) {
			const timer = limit === null ? undefined : setTimeout(() => take(one), limit);
			const one: Held = {
				exchange,
				go() {
					clearTimeout(timer);
					go();
				},
			};
			held.push(one);
			return () => {
				clearTimeout(timer);
				const index = held.indexOf(one);
				if (index !== -1) {
					held.splice(index, 1);
				}
			};
		},
		release: exchange => take(exchange === undefined ? held[0] : held.find(one => one.exchange === exchange)),
		releaseAll() {
			while (held.length > 0) {
				take(held[0]);
			}
		},
	};
}
