/** How long the rest of an answer is waited for, in milliseconds: at most, and between two reads. */
export type RestLimits = {readonly total: number; readonly silence: number};

/** A model may pause for a second or two. A person waits for the error meanwhile. */
export const usualRest: RestLimits = {total: 15_000, silence: 2000};

/** A server that has said that the answer is over ends the body within this time, if at all. */
const silenceAtEnd = 250;

export type RestOptions = {
	readonly limits: RestLimits;
	/** True once the stream has reached its end. */
	readonly isOver: () => boolean;
	readonly signal: AbortSignal | null;
};

/**
 * Reads what follows in a body whose reader has given up, so that a trace has the whole stream and not only what the reader understood.
 * Resolves at the end of the body, when a limit is reached, or when the request is aborted. Never rejects.
 */
export async function readRest<Value>(
	read: () => Promise<{readonly done: boolean; readonly value?: Value | undefined}>,
	onValue: (value: Value) => void,
	{limits, isOver, signal}: RestOptions,
): Promise<void> {
	const start = performance.now();
	try {
		for (;;) {
			const left = limits.total - (performance.now() - start);
			const wait = Math.min(left, isOver() ? silenceAtEnd : limits.silence);
			const next = wait <= 0 || signal?.aborted === true ? null : await within(read(), wait, signal);
			if (next === null || next.done || next.value === undefined) {
				return;
			}

			onValue(next.value);
		}
	} catch {
		// The connection is gone, and with it the rest.
	}
}

async function within<Value>(
	promise: Promise<Value>,
	wait: number,
	signal: AbortSignal | null,
): Promise<Value | null> {
	const {promise: given, resolve} = Promise.withResolvers<null>();
	const giveUp = () => resolve(null);
	const timer = setTimeout(giveUp, wait);
	signal?.addEventListener('abort', giveUp);
	try {
		return await Promise.race([promise, given]);
	} finally {
		clearTimeout(timer);
		signal?.removeEventListener('abort', giveUp);
		// If it is not awaited any more, its failure is of no interest.
		promise.catch(() => {});
	}
}
