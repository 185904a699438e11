/** Runs what the tap does besides passing things on. It never throws; the first failure is reported, the rest would only repeat it. */
export type TapGuard = {
	/** What the work gave; `undefined` where it failed. */
	run<T>(work: () => T): T | undefined;
};

/**
 * `report` gets the first error. Without it, it becomes a warning of the process, or of the console where there is no process.
 * Work that returns a promise may reject later: that counts as a failure too.
 */
export function createTapGuard(report: (error: unknown) => void = warn): TapGuard {
	let hasFailed = false;
	const fail = (error: unknown) => {
		if (hasFailed) {
			return;
		}

		hasFailed = true;
		try {
			report(error);
		} catch {
			// Nobody is left to tell, and the program must not notice.
		}
	};

	return {
		run(work) {
			try {
				const result = work();
				if (result instanceof Promise) {
					result.catch(fail);
				}

				return result;
			} catch (error) {
				fail(error);
				return undefined;
			}
		},
	};
}

function warn(error: unknown): void {
	const text = `The wire tap could not record: ${error instanceof Error ? error.message : String(error)}`;
	if (globalThis.process?.emitWarning) {
		globalThis.process.emitWarning(text, 'StreamscopeWarning');
	} else {
		console.warn(text);
	}
}
