import {useCallback, useEffect} from 'react';

/** Job control of this process by the shell. */
export type JobControl = {
	/** Stops the process until the shell resumes it. */
	suspend(): Promise<void>;
	/**
	 * Calls `stop` when someone else stops the process: it must restore the terminal and call `suspend`. Calls `continued` after a stop
	 * that could not be announced. Returns an unsubscribe function.
	 */
	watch(listeners: {readonly stop: () => void; readonly continued: () => void}): () => void;
};

const nothing = () => Promise.resolve();

/**
 * Restores the terminal whenever the process is stopped, and takes it again when the process continues. Returns the function that suspends
 * the process.
 */
export function useJobControl(
	{suspend, watch}: JobControl,
	lendTerminal: (run: () => Promise<void>) => Promise<void>,
): () => void {
	const stop = useCallback(() => void lendTerminal(suspend), [lendTerminal, suspend]);
	useEffect(
		// After a stop that was not announced, the terminal may be in any state, so it is treated as if it had been lent.
		() => watch({stop, continued: () => void lendTerminal(nothing)}),
		[watch, stop, lendTerminal],
	);
	return stop;
}
