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

/** `now` is a monotonic clock in milliseconds. */
export function createPaceClock(initial: DemoSpeed, now: () => number): PaceClock {
	let speed = initial;
	// A set of functions, because a listener on a signal for each wait would cost more than the wait.
	const sleeping = new Set<() => void>();

	const createTimeline = (signal: AbortSignal): Timeline => {
		let place = {planned: now(), actual: now()};
		let wake = () => {};
		signal.addEventListener('abort', () => wake(), {once: true});
		const sleep = (milliseconds: number) =>
			new Promise<boolean>(resolve => {
				const finish = (hasPassed: boolean) => {
					clearTimeout(timer);
					sleeping.delete(wake);
					resolve(hasPassed);
				};
				const timer = setTimeout(finish, milliseconds, true);
				wake = () => finish(false);
				sleeping.add(wake);
			});

		return async delayMs => {
			let left = delayMs;
			while (!signal.aborted) {
				const current = speed;
				if (current === 'max') {
					await nextTurn();
					place = {planned: now(), actual: now()};
					return !signal.aborted;
				}

				if (await sleep(Math.max(0, dueTime(place, left / current) - now()))) {
					place = nextPlace(place.planned + left / current, now());
					return true;
				}

				left = Math.max(0, left - (now() - place.planned) * current);
				place = {planned: now(), actual: now()};
			}

			return false;
		};
	};

	return {
		speed: () => speed,
		setSpeed(next) {
			speed = next;
			for (const wake of [...sleeping]) {
				wake();
			}
		},
		createTimeline,
	};
}

/** When a wait was planned to end, and when it did, in real milliseconds. */
type Place = {readonly planned: number; readonly actual: number};

/** A delay that is made up for at once, in real milliseconds. After a longer one, a timeline is twice as fast until no more than this is left. */
const smallDelay = 250;

/** After a longer delay, the process was stopped, not busy, and the timeline goes on as if nothing had been. In real milliseconds. */
const longestDelay = 5000;

function dueTime({planned, actual}: Place, wait: number): number {
	const due = planned + wait;
	return actual - planned > smallDelay ? Math.max(due, actual + wait / 2) : due;
}

function nextPlace(planned: number, actual: number): Place {
	return actual - planned > longestDelay ? {planned: actual, actual} : {planned, actual};
}
