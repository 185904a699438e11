/** A mouse action at a cell, counted from 0 at the top left of the screen. */
export type MouseReport = {
	readonly kind: 'press' | 'drag' | 'release' | 'wheel-up' | 'wheel-down' | 'other';
	readonly x: number;
	readonly y: number;
};

/**
 * Asks the terminal to report presses, releases and the wheel (1000), and moves with a button held (1002), as
 * `CSI < button ; column ; row M|m` (1006):
 * https://invisible-island.net/xterm/ctlseqs/ctlseqs.html#h2-Mouse-Tracking
 */
export const mouseOn = '\u001B[?1000h\u001B[?1002h\u001B[?1006h';
export const mouseOff = '\u001B[?1006l\u001B[?1002l\u001B[?1000l';

const report = /^\u001B\[<(\d+);(\d+);(\d+)([Mm])$/;

const modifiers = 4 + 8 + 16;

/** Returns what a sequence of a terminal says of the mouse, or `null` if it is about something else. */
export function mouseReportOf(sequence: string): MouseReport | null {
	const [, button, column, row, final] = report.exec(sequence) ?? [];
	return button === undefined
		? null
		: {
				kind: kindOf(Number(button) & ~modifiers, final === 'M'),
				x: Number(column) - 1,
				y: Number(row) - 1,
			};
}

/** Only the left button counts. */
function kindOf(button: number, isPress: boolean): MouseReport['kind'] {
	switch (button) {
		case 0: {
			return isPress ? 'press' : 'release';
		}

		case 32: {
			return 'drag';
		}

		case 64: {
			return 'wheel-up';
		}

		case 65: {
			return 'wheel-down';
		}

		// Other buttons, and horizontal wheels.
		default: {
			return 'other';
		}
	}
}
