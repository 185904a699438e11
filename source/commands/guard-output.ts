import type {CommandContext} from './command-module.js';

/**
 * Keeps a failing output from ending in a stack trace. Gives a function that says why nothing more could be written, such as a full disk;
 * `null` where all is well, also where a reader that has had enough closed the pipe: what is still written is lost on purpose. A terminal
 * fails only when it is gone: a program with a screen must end then, and does where nobody listens.
 */
export function guardOutput({stdout, stderr}: Pick<CommandContext, 'stdout' | 'stderr'>): () => Error | null {
	// What is written after the first error fails for that reason.
	let first: NodeJS.ErrnoException | null = null;
	if (!stdout.isTTY) {
		stdout.on('error', (error: NodeJS.ErrnoException) => {
			first ??= error;
		});
	}

	stderr.on('error', () => {});
	return () => (first?.code === 'EPIPE' ? null : first);
}

/** Calls back when what is printed reaches nobody any more, for whatever reason: the work for it may stop. */
export function onUnread({stdout}: Pick<CommandContext, 'stdout'>, stop: () => void): void {
	stdout.once('error', stop);
}

/** A wait that ends when the output takes more, or can take nothing any more. */
export function outputDrain({stdout}: Pick<CommandContext, 'stdout'>): () => Promise<void> {
	return async () => {
		if (stdout.writableNeedDrain) {
			const {promise, resolve} = Promise.withResolvers<void>();
			const events = ['drain', 'error', 'close'] as const;
			for (const event of events) {
				stdout.once(event, resolve);
			}

			await promise;
			for (const event of events) {
				stdout.off(event, resolve);
			}
		}
	};
}

/** Waits until all is written: whether it could be shows only then. */
export function outputFlushed({stdout}: Pick<CommandContext, 'stdout'>): Promise<void> {
	return new Promise(resolve => {
		stdout.write('', () => resolve());
	});
}
