import {useCallback, useEffect} from 'react';

/** What the shell does with this process. */
export type JobControl = {
	/** Stops it until the shell brings it back. */
	suspend(): Promise<void>;
	/**
	 * Tells of being stopped by somebody else, when `stop` is to give the terminal back and to call `suspend`, and of having come back from a stop
	 * that could not be told. Returns an unsubscribe function.
	 */
	watch(listeners: {readonly stop: () => void; readonly continued: () => void}): () => void;
};

const nothing = () => Promise.resolve();

/** Gives the terminal back whenever the process is stopped, and takes it again when it goes on. Gives the function that stops it. */
export function useJobControl(
	{suspend, watch}: JobControl,
	lendTerminal: (run: () => Promise<void>) => Promise<void>,
): () => void {
	const stop = useCallback(() => void lendTerminal(suspend), [lendTerminal, suspend]);
	useEffect(
		// After a stop that could not be told the terminal is in any state: it is taken as if it had been lent.
		() => watch({stop, continued: () => void lendTerminal(nothing)}),
		[watch, stop, lendTerminal],
	);
	return stop;
}
