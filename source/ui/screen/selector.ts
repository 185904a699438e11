import type {Trace} from '../../trace/trace.js';
import type {Screen} from './screen.js';

/**
 * Makes a selector that remembers its last value and computes it again only when one of the values it reads has changed. It keeps one value
 * per trace, so that two screens do not evict each other's.
 */
export function selector<const Read extends readonly unknown[], Value>(
	read: (screen: Screen) => Read,
	make: (...read: Read) => Value,
): (screen: Screen) => Value {
	const known = new WeakMap<Trace, {readonly read: Read; readonly value: Value}>();
	return screen => {
		const now = read(screen);
		const before = known.get(screen.trace);
		if (before !== undefined && isSame(before.read, now)) {
			return before.value;
		}

		const value = make(...now);
		known.set(screen.trace, {read: now, value});
		return value;
	};
}

function isSame(before: readonly unknown[], now: readonly unknown[]): boolean {
	for (let index = 0; index < now.length; index++) {
		if (!Object.is(now[index], before[index])) {
			return false;
		}
	}

	return true;
}

/** Makes a selector for values needed many times per frame. It computes once per screen. */
export function perScreen<Value>(make: (screen: Screen) => Value): (screen: Screen) => Value {
	const known = new WeakMap<Screen, {readonly value: Value}>();
	return screen => {
		const before = known.get(screen);
		if (before !== undefined) {
			return before.value;
		}

		const value = make(screen);
		known.set(screen, {value});
		return value;
	};
}
