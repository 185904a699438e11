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
	return now.every((value, index) => Object.is(value, before[index]));
}
