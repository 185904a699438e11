import type {Trace} from '../../trace/trace.js';
import type {Screen} from './screen.js';

/**
 * Makes a selector that remembers its last value: it is made again only when something of what it reads is another one. There is one value
 * for each trace, so that two screens do not take it from each other.
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

/** A selector for what is asked for many times a frame: it is made once for each screen. */
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
