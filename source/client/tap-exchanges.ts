/** The place of an attempt in the trace. */
export type AttemptPlace = {readonly exchange: number; readonly attempt: number};

/** Identifies a request; a retry has the same values. `retries` is the SDK's count, `null` if the program sends none. */
export type RequestIdentity = {readonly key: string; readonly retries: number | null};

/** Numbers exchanges and attempts, including requests that run in parallel. */
export type TapExchanges = {
	open(identity: RequestIdentity): AttemptPlace;
	/** The attempt failed and may be repeated within `delay` milliseconds. If it is not, `end` is called. */
	hold(place: AttemptPlace, delay: number, end: () => void): void;
};

type Known = AttemptPlace & {readonly key: string};
type Held = {readonly timer: ReturnType<typeof setTimeout>; readonly end: () => void};

/** The number of recent attempts that are remembered. */
const memory = 1000;

/** In milliseconds: a day, which is more than enough. */
const longestTimer = 86_400_000;

export function createTapExchanges(): TapExchanges {
	let count = 0;
	const known: Known[] = [];
	const held = new Map<Known, Held>();

	const settle = (attempt: Known) => {
		const waiting = held.get(attempt);
		held.delete(attempt);
		clearTimeout(waiting?.timer);
		if (held.size === 0) {
			globalThis.process?.off?.('exit', settleAll);
		}

		return waiting;
	};

	// The program ends before the retry was due, so the retry will not come.
	const settleAll = () => {
		for (const attempt of [...held.keys()]) {
			settle(attempt)?.end();
		}
	};

	return {
		open({key, retries}) {
			const attempt = (retries ?? 0) + 1;
			const before = attempt === 1 ? undefined : predecessor(known, held, key, attempt - 1);
			if (before !== undefined) {
				settle(before);
				known.splice(known.indexOf(before), 1);
			}

			count += before === undefined ? 1 : 0;
			const place = {exchange: before?.exchange ?? count, attempt};
			known.push({...place, key});
			known.splice(0, known.length - memory);
			return place;
		},
		hold(place, delay, end) {
			const attempt = known.find(
				({exchange, attempt}) => exchange === place.exchange && attempt === place.attempt,
			);
			if (attempt === undefined) {
				end();
				return;
			}

			if (held.size === 0) {
				globalThis.process?.on?.('exit', settleAll);
			}

			const timer = setTimeout(() => settle(attempt)?.end(), delay);
			// Waiting must not keep the program running.
			(timer as {unref?: () => void}).unref?.();
			held.set(attempt, {timer, end});
		},
	};
}

/** The attempt that a retry follows: the first one that waits for a retry. The rest is for programs whose request changes between attempts. */
function predecessor(
	known: readonly Known[],
	held: ReadonlyMap<Known, Held>,
	key: string,
	attempt: number,
): Known | undefined {
	const candidates = known.filter(other => other.attempt === attempt);
	const waiting = candidates.filter(other => held.has(other));
	return (
		waiting.find(other => other.key === key) ??
		candidates.find(other => other.key === key) ??
		waiting[0] ??
		candidates.at(-1)
	);
}

/**
 * The longest time that the SDK waits before a retry, in milliseconds, with a margin for a busy machine. `attempt` is the failed one.
 * Source of the rule: the SDK's `client.ts`, `retryRequest`.
 */
export function retryDelay(attempt: number, headers: Headers | null): number {
	const room = 500;
	const asked =
		Number(headers?.get('retry-after-ms') ?? Number.NaN) ||
		Number(headers?.get('retry-after') ?? Number.NaN) * 1000;
	return room + (asked > 0 && asked < longestTimer ? asked : Math.min(500 * 2 ** (attempt - 1), 8000));
}
