import type {CommandContext} from './command-module.js';

/**
 * Keeps a failing output from ending in a stack trace. Returns a function that says why writing failed, such as a full disk, or `null` if
 * it did not. A reader that closed the pipe, such as `head`, is not a failure; later output is dropped. A terminal fails only when it is
 * gone. A program with a screen must end then, so its errors are left without a listener.
 */
export function guardOutput({stdout, stderr}: Pick<CommandContext, 'stdout' | 'stderr'>): () => Error | null {
	// Later writes fail for the same reason as the first.
	let first: NodeJS.ErrnoException | null = null;
	if (!stdout.isTTY) {
		stdout.on('error', (error: NodeJS.ErrnoException) => {
			first ??= error;
		});
	}

	stderr.on('error', () => {});
	return () => (first?.code === 'EPIPE' ? null : first);
}

/** Calls `stop` when the output has lost its reader for any reason, so that work for it can end. */
export function onUnread({stdout}: Pick<CommandContext, 'stdout'>, stop: () => void): void {
	stdout.once('error', stop);
}

/** Returns a wait that ends when the output can take more, or has failed. */
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

/** Waits until everything is written. Only then is it known whether writing failed. */
export function outputFlushed({stdout}: Pick<CommandContext, 'stdout'>): Promise<void> {
	return new Promise(resolve => {
		stdout.write('', () => resolve());
	});
}
