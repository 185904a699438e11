import {useApp, useStdout} from 'ink';
import {useCallback, useLayoutEffect, useRef} from 'react';
import {graphemesOff, graphemesOn} from '../../text/width-query.js';
import {mouseOff, mouseOn} from '../terminal/mouse-reports.js';
import {wheelKeysBefore, wheelKeysOn} from '../terminal/wheel.js';
import {restoreTitle, saveTitle, titleSequence} from '../terminal/window-title.js';

const wrapOff = '\u001B[?7l';
const wrapOn = '\u001B[?7h';

type TerminalModeOptions = {
	readonly hasMouse: boolean;
	readonly canSwitchGraphemes: boolean;
	/** The title of the terminal's window; `null` leaves it alone. */
	readonly title: string | null;
};

/**
 * Sets the terminal's modes while the screen is drawn. Line wrapping is off (DECAWM): if the terminal takes an emoji to be wider than we
 * do, the end of the row is cut instead of pushing everything below down. The wheel sends arrows. With `hasMouse`, the terminal reports the
 * mouse. With `canSwitchGraphemes`, it draws clusters as they are measured (mode 2027), which other programs may not expect. A title stands
 * while the screen is drawn, and then the one before it again.
 *
 * Returns the function that lends the terminal to another program, with its original modes. Calls may be nested.
 */
export function useTerminalModes({
	hasMouse,
	canSwitchGraphemes,
	title,
}: TerminalModeOptions): (run: () => Promise<void>) => Promise<void> {
	const {suspendTerminal} = useApp();
	const {stdout} = useStdout();
	const hasTitle = title !== null;
	const own = `${hasTitle ? saveTitle : ''}${wrapOff}${wheelKeysOn}${hasMouse ? mouseOn : ''}${canSwitchGraphemes ? graphemesOn : ''}`;
	const usual = `${canSwitchGraphemes ? graphemesOff : ''}${hasMouse ? mouseOff : ''}${wheelKeysBefore}${wrapOn}${hasTitle ? restoreTitle : ''}`;
	useLayoutEffect(() => {
		stdout.write(own);
		return () => {
			stdout.write(usual);
		};
	}, [stdout, own, usual]);

	const isLent = useRef(false);
	const newestTitle = useRef(title);
	newestTitle.current = title;
	// biome-ignore lint/correctness/useExhaustiveDependencies: other modes bring back the title from before
	useLayoutEffect(() => {
		if (title !== null && !isLent.current) {
			stdout.write(titleSequence(title));
		}
	}, [stdout, own, title]);

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
					const {current} = newestTitle;
					stdout.write(`\r${own}${current === null ? '' : titleSequence(current)}`);
					isLent.current = false;
				}
			});
		},
		[stdout, own, usual, suspendTerminal],
	);
}
