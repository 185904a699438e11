import {useApp, useStdout} from 'ink';
import {useCallback, useLayoutEffect} from 'react';

const wrapOff = '\u001B[?7l';
const wrapOn = '\u001B[?7h';

/**
 * Keeps the terminal from wrapping rows while the screen is drawn: where it takes an emoji for wider than we do, the row's end is cut
 * instead of pushing everything below it down (DECAWM). Gives the function that lends the terminal to somebody else, with wrapping on.
 */
export function useTerminalWithoutWrap(): (run: () => Promise<void>) => Promise<void> {
	const {suspendTerminal} = useApp();
	const {stdout} = useStdout();
	useLayoutEffect(() => {
		stdout.write(wrapOff);
		return () => {
			stdout.write(wrapOn);
		};
	}, [stdout]);

	return useCallback(
		async run => {
			await suspendTerminal(async () => {
				stdout.write(wrapOn);
				try {
					await run();
				} finally {
					stdout.write(wrapOff);
				}
			});
		},
		[stdout, suspendTerminal],
	);
}
