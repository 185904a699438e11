import {useApp, useStdout} from 'ink';
import {useCallback, useLayoutEffect, useRef} from 'react';
import {graphemesOff, graphemesOn} from '../../text/width-query.js';
import type {WindowFocus} from '../attention/attention-state.js';
import {focusReportsOff, focusReportsOn} from '../terminal/focus-reports.js';
import {mouseOff, mouseOn} from '../terminal/mouse-reports.js';
import {wheelKeysBefore, wheelKeysOn} from '../terminal/wheel.js';
import {restoreTitle, saveTitle, titleSequence} from '../terminal/window-title.js';
import type {Store} from './store.js';

const wrapOff = '\u001B[?7l';
const wrapOn = '\u001B[?7h';

type TerminalModeOptions = {
	readonly hasMouse: boolean;
	readonly canSwitchGraphemes: boolean;
	/** The title of the terminal's window; `null` leaves it alone. */
	readonly title: string | null;
	/** What is known of the terminal's focus, which it then reports; `null` if it is not asked. */
	readonly focus: Store<WindowFocus> | null;
};

/**
 * Sets the terminal's modes while the screen is drawn. Line wrapping is off (DECAWM): if the terminal takes an emoji to be wider than we
 * do, the end of the row is cut instead of pushing everything below down. The wheel sends arrows. With `hasMouse`, the terminal reports the
 * mouse. With `canSwitchGraphemes`, it draws clusters as they are measured (mode 2027), which other programs may not expect. A title stands
 * while the screen is drawn, and then the one before it again. With `focus`, the terminal reports its focus, which is not known after the
 * terminal was lent.
 *
 * Returns the function that lends the terminal to another program, with its original modes. Calls may be nested.
 */
export function useTerminalModes({
	hasMouse,
	canSwitchGraphemes,
	title,
	focus,
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

	useLayoutEffect(() => {
		if (focus === null) {
			return;
		}

		stdout.write(focusReportsOn);
		return () => {
			stdout.write(focusReportsOff);
			focus.update(() => 'unknown');
		};
	}, [stdout, focus]);

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
				stdout.write(focus === null ? usual : `${focusReportsOff}${usual}`);
				try {
					await run();
				} finally {
					// The screen starts in the first column, wherever the cursor was left.
					const {current} = newestTitle;
					stdout.write(`\r${own}${current === null ? '' : titleSequence(current)}`);
					if (focus !== null) {
						focus.update(() => 'unknown');
						stdout.write(focusReportsOn);
					}

					isLent.current = false;
				}
			});
		},
		[stdout, own, usual, focus, suspendTerminal],
	);
}
