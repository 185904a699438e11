import {useApp, useStdout} from 'ink';
import {useCallback, useLayoutEffect, useRef} from 'react';
import {mouseOff, mouseOn} from '../terminal/mouse-reports.js';

const wrapOff = '\u001B[?7l';
const wrapOn = '\u001B[?7h';

/**
 * Sets the terminal's modes for as long as the screen is drawn. It does not wrap rows: where it takes an emoji for wider than we do, the row's
 * end is cut instead of pushing everything below it down (DECAWM). With `hasMouse` it reports the mouse.
 *
 * Gives the function that lends the terminal to somebody else, with the modes as they were; whoever has it may lend it on.
 */
export function useTerminalModes(hasMouse: boolean): (run: () => Promise<void>) => Promise<void> {
	const {suspendTerminal} = useApp();
	const {stdout} = useStdout();
	const own = hasMouse ? wrapOff + mouseOn : wrapOff;
	const usual = hasMouse ? mouseOff + wrapOn : wrapOn;
	useLayoutEffect(() => {
		stdout.write(own);
		return () => {
			stdout.write(usual);
		};
	}, [stdout, own, usual]);

	const isLent = useRef(false);
	return useCallback(
		async run => {
			if (isLent.current) {
				await run();
				return;
			}

			isLent.current = true;
			await suspendTerminal(async () => {
				stdout.write(usual);
				try {
					await run();
				} finally {
					// The screen is drawn from the first column on, wherever the cursor was left.
					stdout.write(`\r${own}`);
					isLent.current = false;
				}
			});
		},
		[stdout, own, usual, suspendTerminal],
	);
}
