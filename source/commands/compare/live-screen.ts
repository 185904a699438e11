import type {Row} from '../../text/segment.js';
import {rowPainter} from '../paint-row.js';

type Screen = Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'hasColors'> & {
	readonly columns?: number;
	readonly rows?: number;
};

export type LiveScreen = {
	/** Restores the normal screen. */
	leave(): void;
};

/** In milliseconds: a running clock need not be smoother than this. */
const frame = 100;

/**
 * Draws rows on the alternate screen ten times a second until it is left. Each time the whole screen is drawn inside a synchronized
 * update, so that a resize leaves nothing behind.
 */
export function enterLiveScreen(
	stdout: Screen,
	draw: (size: {width: number; height: number}) => readonly Row[],
): LiveScreen {
	const paint = rowPainter(stdout);
	const show = () => {
		const size = {width: stdout.columns ?? 80, height: stdout.rows ?? 24};
		const lines = draw(size).map(row => `${paint(row)}\u001b[K`);
		stdout.write(`\u001b[?2026h\u001b[H${lines.join('\r\n')}\u001b[J\u001b[?2026l`);
	};

	stdout.write('\u001b[?1049h\u001b[?25l');
	show();
	const timer = setInterval(show, frame);
	return {
		leave() {
			clearInterval(timer);
			stdout.write('\u001b[?25h\u001b[?1049l');
		},
	};
}
