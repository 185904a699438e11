type Waiter = {
	readonly isMet: () => boolean;
	readonly resolve: () => void;
	readonly reject: (error: Error) => void;
	readonly describe: () => string;
};

/** Promises that are checked only when something has happened. */
export type ConditionWaiters = {
	/** Resolves as soon as `isMet` returns true. Rejects after `timeout` ms with the result of `describe`. */
	readonly wait: (
		isMet: () => boolean,
		timeout: number,
		describe: (reason: string) => string,
	) => Promise<void>;
	/** Reports that something has happened. */
	readonly check: () => void;
	/** Reports that nothing more will happen. Every open promise rejects. */
	readonly end: (reason: string) => void;
};

export const createConditionWaiters = (): ConditionWaiters => {
	const waiters = new Set<Waiter>();
	let endReason: string | undefined;

	const check = (): void => {
		for (const waiter of waiters) {
			if (waiter.isMet()) {
				waiter.resolve();
			}
		}
	};

	return {
		check,
		end(reason) {
			check();
			endReason = reason;
			for (const waiter of waiters) {
				waiter.reject(new Error(waiter.describe()));
			}
		},
		async wait(isMet, timeout, describe) {
			if (isMet()) {
				return;
			}

			if (endReason !== undefined) {
				throw new Error(describe(endReason));
			}

			const {promise, resolve, reject} = Promise.withResolvers<void>();
			const waiter: Waiter = {isMet, resolve, reject, describe: () => describe(endReason ?? '')};
			const timer = setTimeout(() => reject(new Error(describe(`not within ${timeout} ms`))), timeout);
			waiters.add(waiter);
			try {
				await promise;
			} finally {
				clearTimeout(timer);
				waiters.delete(waiter);
			}
		},
	};
};
