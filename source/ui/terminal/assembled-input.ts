import {EventEmitter} from 'node:events';
import {readFocusReport} from './focus-reports.js';
import {createInputAssembler, type Patience} from './input-assembler.js';
import {type MouseReport, mouseReportOf} from './mouse-reports.js';

/** A terminal's input in two parts: the keys, for Ink to read, and the mouse reports. */
export type AssembledInput = {
	readonly stdin: NodeJS.ReadStream;
	/** Calls the listener with every report of the mouse. Returns an unsubscribe function. */
	readonly subscribe: (listener: (report: MouseReport) => void) => () => void;
};

/**
 * The input of a terminal, through an assembler. It is listened to only while somebody listens to it here. In what was typed before the
 * terminal was in raw mode, Enter arrives as a line feed. It is Enter again. `onFocus` hears whether the terminal has the keyboard, whenever
 * the terminal reports it.
 */
export function assembledInput(
	stdin: NodeJS.ReadStream,
	patience: Patience,
	onFocus: (isFocused: boolean) => void = () => {},
): AssembledInput {
	const listeners = new Set<(report: MouseReport) => void>();
	const takeReport = (sequence: string): boolean => {
		const isFocused = readFocusReport(sequence);
		if (isFocused !== null) {
			onFocus(isFocused);
			return true;
		}

		const report = mouseReportOf(sequence);
		if (report !== null) {
			for (const listener of listeners) {
				listener(report);
			}
		}

		return report !== null;
	};

	const assembler = createInputAssembler(patience, takeReport);
	const readers = new EventEmitter();
	let ready = '';
	let timer: NodeJS.Timeout | undefined;
	let check: NodeJS.Immediate | undefined;
	let isEarly = true;

	const cancel = () => {
		clearTimeout(timer);
		clearImmediate(check);
	};

	const offer = (text: string) => {
		ready += text;
		cancel();
		const wait = assembler.wait();
		if (wait !== null) {
			timer = setTimeout(() => {
				// After a pause of the whole process, the rest may be there, but is read only after the timers.
				check = setImmediate(() => offer(assembler.flush()));
			}, wait);
		}

		if (ready !== '') {
			readers.emit('readable');
		}
	};

	const pull = () => {
		for (let chunk: unknown = stdin.read(); chunk !== null; chunk = stdin.read()) {
			const text = String(chunk);
			offer(assembler.push(isEarly ? text.replaceAll('\n', '\r') : text));
		}
	};

	const listen = (listener: () => void) => {
		if (readers.listenerCount('readable') === 0) {
			stdin.on('readable', pull);
			// What waits in the terminal is read in the next turn of the event loop.
			setImmediate(() =>
				setImmediate(() => {
					isEarly = false;
				}),
			);
		}

		readers.on('readable', listener);
	};

	const ignore = (listener: () => void) => {
		readers.off('readable', listener);
		if (readers.listenerCount('readable') === 0) {
			stdin.off('readable', pull);
			cancel();
		}
	};

	const read = (): string | null => {
		const text = ready;
		ready = '';
		return text === '' ? null : text;
	};

	const on = (subscribe: (listener: () => void) => void, name: 'on' | 'off') =>
		function (this: unknown, event: string, listener: () => void) {
			if (event === 'readable') {
				subscribe(listener);
			} else {
				stdin[name](event, listener);
			}

			return assembled;
		};

	const replaced: ReadonlyMap<string | symbol, unknown> = new Map<string | symbol, unknown>([
		['read', read],
		['on', on(listen, 'on')],
		['addListener', on(listen, 'on')],
		['off', on(ignore, 'off')],
		['removeListener', on(ignore, 'off')],
	]);

	const assembled = new Proxy(stdin, {
		get(target, name) {
			if (replaced.has(name)) {
				return replaced.get(name);
			}

			const value: unknown = Reflect.get(target, name);
			return typeof value === 'function' ? value.bind(target) : value;
		},
	});
	return {
		stdin: assembled,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}
