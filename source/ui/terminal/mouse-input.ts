import {createMouseFilter, type MouseReport} from './mouse-reports.js';

/** A terminal's input in two parts: the keys, for Ink to read, and the mouse reports. */
export type MouseInput = {
	readonly stdin: NodeJS.ReadStream;
	/** Returns an unsubscribe function. */
	readonly subscribe: (listener: (report: MouseReport) => void) => () => void;
};

/**
 * Splits the input of a terminal that reports the mouse. Ink drops such reports, and types what remains of a report that it does not
 * recognise.
 */
export function divideMouseInput(stdin: NodeJS.ReadStream): MouseInput {
	const filter = createMouseFilter();
	const listeners = new Set<(report: MouseReport) => void>();
	const read = (size?: number): string | null => {
		const chunk: unknown = stdin.read(size);
		if (chunk === null) {
			return null;
		}

		const {rest, reports} = filter(String(chunk));
		for (const report of reports) {
			for (const listener of listeners) {
				listener(report);
			}
		}

		return rest;
	};

	const divided = new Proxy(stdin, {
		get(target, name) {
			if (name === 'read') {
				return read;
			}

			const value: unknown = Reflect.get(target, name);
			return typeof value === 'function' ? value.bind(target) : value;
		},
	});
	return {
		stdin: divided,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}
