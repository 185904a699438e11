import {setImmediate as nextTurn} from 'node:timers/promises';

/** How fast planned time passes: 2 is twice as fast as real time, and `max` never waits. */
export type DemoSpeed = number | 'max';

/** Waits in planned milliseconds. A change of speed also applies to a wait in progress. */
export type PaceClock = {
	readonly speed: () => DemoSpeed;
	readonly setSpeed: (speed: DemoSpeed) => void;
	/** Starts a timeline now. Its consecutive waits add up without accumulating timer errors. */
	readonly createTimeline: (signal: AbortSignal) => Timeline;
};

/** Waits `delayMs` of planned time from the end of the previous wait. Resolves to true when the time has passed, and to false when the signal aborts. */
export type Timeline = (delayMs: number) => Promise<boolean>;

/** How far a timeline may catch up when the process was busy or stopped, in real milliseconds. */
const catchUpLimit = 250;

/** `now` is a monotonic clock in milliseconds. */
export function createPaceClock(initial: DemoSpeed, now: () => number): PaceClock {
	let speed = initial;
	let change = new AbortController();

	const createTimeline = (signal: AbortSignal): Timeline => {
		let since = now();
		return async delayMs => {
			let left = delayMs;
			while (!signal.aborted) {
				const current = speed;
				if (current === 'max') {
					await nextTurn();
					since = now();
					return !signal.aborted;
				}

				const due = since + left / current;
				if (await sleep(Math.max(0, due - now()), [signal, change.signal])) {
					since = Math.max(due, now() - catchUpLimit);
					return true;
				}

				left = Math.max(0, left - (now() - since) * current);
				since = now();
			}

			return false;
		};
	};

	return {
		speed: () => speed,
		setSpeed(next) {
			speed = next;
			change.abort();
			change = new AbortController();
		},
		createTimeline,
	};
}

/** Resolves to true when the time has passed, and to false when one of the signals aborts. Leaves no timer and no listener behind. */
function sleep(milliseconds: number, signals: readonly AbortSignal[]): Promise<boolean> {
	return new Promise(resolve => {
		const finish = (passed: boolean) => {
			clearTimeout(timer);
			for (const signal of signals) {
				signal.removeEventListener('abort', wake);
			}

			resolve(passed);
		};
		const wake = () => finish(false);
		const timer = setTimeout(finish, milliseconds, true);
		for (const signal of signals) {
			signal.addEventListener('abort', wake, {once: true});
		}
	});
}
