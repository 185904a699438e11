import type {EventEmitter} from 'node:events';

/** Events from outside that end the screen. */
export type Endings = {
	/** Resolves to the signal that asks the program to end. Rejects with an uncaught error. */
	readonly ended: Promise<NodeJS.Signals>;
	readonly stop: () => void;
};

/**
 * SIGABRT arrives only if someone sends it: a program that aborts by itself, out of memory, receives nothing. SIGIOT is another name for
 * it, on which Ink would exit by itself.
 */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGABRT', 'SIGIOT'] as const;

/**
 * Watches a process for signals and uncaught errors, so that the terminal can be restored before anything is printed and everything open
 * can be closed. A lost terminal counts as SIGHUP.
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
