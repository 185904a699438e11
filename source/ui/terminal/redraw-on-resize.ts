import type {Instance} from 'ink';
import type {ReactNode} from 'react';

const home = '\u001B[H';
const eraseLine = '\u001B[2K';
const down = '\u001B[B';

/** Of a terminal that does not know its size. */
const usualRows = 24;

/**
 * Redraws the frame from its top when the terminal's size changes. After a resize the terminal decides what is below the cursor, wrapped or
 * cut off, so the new frame cannot be drawn as a change of the old one. Rows are erased one by one, because a terminal may keep a normal
 * screen that is erased as a whole. `screen` is rendered at once, since Ink would first draw the frame of the old size.
 *
 * Nothing is drawn while the terminal is lent: it is ours only in raw mode. Call this after Ink's own listener is installed. Returns a
 * function that stops it.
 */
export function redrawOnResize(
	{clear, rerender}: Pick<Instance, 'clear' | 'rerender'>,
	screen: () => ReactNode,
	{stdin, stdout}: {readonly stdin: NodeJS.ReadStream; readonly stdout: NodeJS.WriteStream},
): () => void {
	const redraw = () => {
		if (!stdin.isRaw) {
			return;
		}

		clear();
		stdout.write(home + Array.from({length: stdout.rows || usualRows}, () => eraseLine).join(down) + home);
		rerender(screen());
	};

	stdout.prependListener('resize', redraw);
	return () => stdout.off('resize', redraw);
}
