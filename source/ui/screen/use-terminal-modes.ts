import {useApp, useStdout} from 'ink';
import {useCallback, useLayoutEffect, useRef} from 'react';
import {mouseOff, mouseOn} from '../terminal/mouse-reports.js';

const wrapOff = '\u001B[?7l';
const wrapOn = '\u001B[?7h';

/**
 * Sets the terminal's modes while the screen is drawn. Line wrapping is off (DECAWM): if the terminal takes an emoji to be wider than we
 * do, the end of the row is cut instead of pushing everything below down. With `hasMouse`, the terminal reports the mouse.
 *
 * Returns the function that lends the terminal to another program, with its original modes. Calls may be nested.
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
					// The screen starts in the first column, wherever the cursor was left.
					stdout.write(`\r${own}`);
					isLent.current = false;
				}
			});
		},
		[stdout, own, usual, suspendTerminal],
	);
}
