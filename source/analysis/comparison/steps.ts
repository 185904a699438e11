/** Work in steps of some `eventsInStep` events, so that a screen can handle keys in between. Returns its result at the end. */
export type Steps<Result> = Generator<void, Result, void>;

/** How many events are looked at between two steps: a few milliseconds. */
export const eventsInStep = 2000;

/** Does all steps at once. */
export function finish<Result>(steps: Steps<Result>): Result {
	for (;;) {
		const step = steps.next();
		if (step.done) {
			return step.value;
		}
	}
}
