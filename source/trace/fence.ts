/** Why an event could not be handled. Kept beside the event, so that it is shown wherever the event is, whichever code failed. */
const faults = new WeakMap<object, string>();

/**
 * The last line of defence: runs `work` on one event. If it throws, notes why and returns the result of `otherwise`. The error is a bug in this
 * program, and must not affect the events before and after.
 */
export function fenced<Value>(event: object, work: () => Value, otherwise: () => Value): Value {
	try {
		return work();
	} catch (error) {
		faults.set(event, error instanceof Error ? error.message : String(error));
		return otherwise();
	}
}

/** Why an event could not be handled. `null` for nearly all. */
export function faultOf(event: object): string | null {
	return faults.get(event) ?? null;
}
