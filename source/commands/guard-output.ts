import type {CommandContext} from './command-module.js';

/**
 * Keeps a failing output from ending in a stack trace. A reader that has had enough closes the pipe, and what is still written is lost on
 * purpose: `onClosed` may stop the work that nobody looks at. Any other failure, such as a full disk, goes to `onFailed`.
 */
export function guardOutput(
	{stdout, stderr}: Pick<CommandContext, 'stdout' | 'stderr'>,
	onFailed: (error: Error) => void,
	onClosed: () => void = () => {},
): void {
	stdout.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code === 'EPIPE') {
			onClosed();
		} else {
			onFailed(error);
		}
	});
	stderr.on('error', () => {});
}
