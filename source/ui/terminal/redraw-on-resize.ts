import type {Instance} from 'ink';
import type {ReactNode} from 'react';

const home = '\u001B[H';
const eraseLine = '\u001B[2K';
const down = '\u001B[B';

/**
 * Has the frame drawn anew from its top when the terminal's size changes. What is below the cursor then, what has been wrapped and what was cut
 * off is the terminal's choice, so the old frame is no measure for the new one. Rows are erased one by one: a terminal may keep a
 * normal screen that is erased as a whole. `screen` is rendered at once, since Ink would draw the frame of the old size first.
 *
 * Nothing is drawn while the terminal is lent to somebody else: only a raw one is ours. To be called after Ink's own listener is there. Gives
 * back the function that ends it.
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
		stdout.write(home + Array.from({length: stdout.rows}, () => eraseLine).join(down) + home);
		rerender(screen());
	};

	stdout.prependListener('resize', redraw);
	return () => stdout.off('resize', redraw);
}
