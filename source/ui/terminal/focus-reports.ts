/**
 * Asks the terminal to report when its window or tab gets the keyboard (`CSI I`) and loses it (`CSI O`):
 * https://invisible-island.net/xterm/ctlseqs/ctlseqs.html#h2-FocusIn_FocusOut
 */
export const focusReportsOn = '\u001B[?1004h';
export const focusReportsOff = '\u001B[?1004l';

/** Reads a focus report: whether the terminal has the keyboard. `null` for any other sequence. */
export function readFocusReport(sequence: string): boolean | null {
	return sequence === '\u001B[I' ? true : sequence === '\u001B[O' ? false : null;
}
