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

const report = /\u001B\[<(\d+);(\d+);(\d+)([Mm])/g;
/** The beginning of a report at the end of a read. Anything shorter could be the beginning of a key. */
const cut = /\u001B\[<[\d;]*$/;

const modifiers = 4 + 8 + 16;

/** Removes mouse reports from a terminal's input, even if a report is split between two reads. `rest` is what remains: the keys. */
export function createMouseFilter(): (chunk: string) => {
	readonly rest: string;
	readonly reports: readonly MouseReport[];
} {
	let pending = '';
	return chunk => {
		const whole = pending + chunk;
		const reports = [...whole.matchAll(report)].map(([, button, column, row, final]) => ({
			kind: kindOf(Number(button) & ~modifiers, final === 'M'),
			x: Number(column) - 1,
			y: Number(row) - 1,
		}));
		const keys = whole.replaceAll(report, '');
		pending = cut.exec(keys)?.[0] ?? '';
		return {rest: keys.slice(0, keys.length - pending.length), reports};
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
