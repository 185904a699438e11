import type {EventEmitter} from 'node:events';

/** What can end the screen from outside. */
export type Endings = {
	/** Resolves to the signal that asks the program to end; rejects with an error that nobody caught. */
	readonly ended: Promise<NodeJS.Signals>;
	readonly stop: () => void;
};

/**
 * SIGABRT comes where somebody sends it: a program that aborts by itself, for want of memory, hears of nothing. SIGIOT is another name of
 * it, by which Ink would leave on its own.
 */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGABRT', 'SIGIOT'] as const;

/**
 * Watches a process for signals and for errors that nobody caught, so that the terminal can be given back before anything is printed and
 * everything that is open can be closed. A terminal that is gone counts as SIGHUP.
 */
export function watchEndings(process: EventEmitter): Endings {
	const {promise, resolve, reject} = Promise.withResolvers<NodeJS.Signals>();
	const crash = (error: unknown) => {
		if (isHangup(error)) {
			resolve('SIGHUP');
		} else {
			reject(error);
		}
	};

	for (const signal of signals) {
		process.on(signal, resolve);
	}

	process.on('uncaughtException', crash);
	process.on('unhandledRejection', crash);
	return {
		ended: promise,
		stop() {
			for (const signal of signals) {
				process.off(signal, resolve);
			}

			process.off('uncaughtException', crash);
			process.off('unhandledRejection', crash);
		},
	};
}

function isHangup(error: unknown): boolean {
	return error instanceof Error && 'code' in error && (error.code === 'EIO' || error.code === 'EPIPE');
}
