import {type Watchdog, WatchdogRun} from '../analysis/watchdog.js';
import type {TraceEvent} from '../trace/trace-event.js';

type Guarded = {readonly run: WatchdogRun; timer: NodeJS.Timeout | null; isTold: boolean};

/** Hears every event of a growing trace, and says at once what a client would do that no longer waits. */
export type WatchdogGuard = {
	add(event: TraceEvent): void;
	stop(): void;
};

export type WatchdogGuardOptions = {
	readonly rules: readonly Watchdog[];
	/** Milliseconds on the clock of the trace. */
	readonly now: () => number;
	/** Called once for each attempt that a client with this rule would have given up, while it is silent. */
	readonly onGivenUp: (exchange: number, rule: Watchdog) => void;
};

export function createWatchdogGuard({rules, now, onGivenUp}: WatchdogGuardOptions): WatchdogGuard {
	const exchanges = new Map<number, readonly Guarded[]>();
	let position = 0;
	const tell = (exchange: number, guarded: Guarded) => {
		if (!guarded.isTold) {
			guarded.isTold = true;
			onGivenUp(exchange, guarded.run.rule);
		}
	};

	const arm = (exchange: number, guarded: Guarded) => {
		const {deadline} = guarded.run;
		if (deadline === null) {
			return;
		}

		// Events move the deadline, and the timer looks again when it fires: one that is set anew with each event would cost more.
		guarded.timer = setTimeout(
			() => {
				guarded.timer = null;
				if ((guarded.run.deadline ?? Number.POSITIVE_INFINITY) > now()) {
					arm(exchange, guarded);
				} else {
					tell(exchange, guarded);
				}
			},
			Math.max(1, Math.ceil(deadline - now())),
		);
		guarded.timer.unref();
	};

	return {
		add(event) {
			const {exchange, type} = event;
			const guards =
				exchanges.get(exchange) ??
				rules.map(rule => ({run: new WatchdogRun(rule), timer: null, isTold: false}));
			for (const guarded of guards) {
				guarded.isTold &&= type !== 'request';
				if (guarded.run.add(event, position)) {
					tell(exchange, guarded);
				}

				if (type === 'request' && guarded.timer === null) {
					arm(exchange, guarded);
				}
			}

			position++;
			if (type === 'end') {
				exchanges.delete(exchange);
			} else {
				exchanges.set(exchange, guards);
			}
		},
		stop() {
			for (const {timer} of [...exchanges.values()].flat()) {
				clearTimeout(timer ?? undefined);
			}
		},
	};
}
