/** Runs the tap's own work, apart from passing data on. Never throws. Only the first failure is reported, since others would repeat it. */
export type TapGuard = {
	/** Returns the result of the work; `undefined` if it failed. */
	run<T>(work: () => T): T | undefined;
};

/**
 * `report` gets the first error. Without `report`, the error becomes a warning of the process, or of the console if there is no process. A
 * promise that the work returns counts as a failure if it rejects.
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
			// There is no other way to report it, and the program must not be disturbed.
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
