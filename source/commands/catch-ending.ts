const endings = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

/**
 * Catches the first signal that asks the program to end, so that what it has begun is still closed. A second signal ends the program at once.
 * `end` stops listening and returns the caught signal.
 */
export function catchEnding(process: NodeJS.Process): {
	readonly signal: AbortSignal;
	end(): NodeJS.Signals | null;
} {
	const controller = new AbortController();
	let received: NodeJS.Signals | null = null;
	const forget = () => {
		for (const ending of endings) {
			process.off(ending, interrupt);
		}
	};
	const interrupt = (ending: NodeJS.Signals) => {
		received = ending;
		forget();
		controller.abort();
	};

	for (const ending of endings) {
		process.on(ending, interrupt);
	}

	return {
		signal: controller.signal,
		end() {
			forget();
			return received;
		},
	};
}
