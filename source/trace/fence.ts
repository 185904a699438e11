/** What went wrong with an event, kept beside it: it shows wherever the event does, whoever stumbled over it. */
const faults = new WeakMap<object, string>();

/**
 * The last fence: does something with one event, and where that throws, notes why and goes on with `otherwise`. That it throws is a fault of
 * this program; the events before and after it are not to blame.
 */
export function fenced<Value>(event: object, work: () => Value, otherwise: () => Value): Value {
	try {
		return work();
	} catch (error) {
		faults.set(event, error instanceof Error ? error.message : String(error));
		return otherwise();
	}
}

/** Why an event could not be read; `null` for nearly all. */
export function faultOf(event: object): string | null {
	return faults.get(event) ?? null;
}
