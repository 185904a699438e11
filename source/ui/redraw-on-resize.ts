import type {Instance} from 'ink';
import type {ReactNode} from 'react';

const home = '\u001B[H';
const eraseLine = '\u001B[2K';
const down = '\u001B[B';

/**
 * Has the frame on the normal screen drawn anew from its top when the terminal's size changes. What is below the cursor then and what has been
 * wrapped is the terminal's choice, so the place of the old frame cannot be reckoned from the cursor. Rows are erased one by one: a terminal
 * may keep a screen that is erased as a whole. `screen` is rendered at once, since Ink would draw the frame of the old size first.
 *
 * To be called after Ink's own listener is there. Gives back the function that ends it.
 */
export function redrawOnResize(
	{clear, rerender}: Pick<Instance, 'clear' | 'rerender'>,
	screen: () => ReactNode,
	stdout: NodeJS.WriteStream,
): () => void {
	const redraw = () => {
		clear();
		stdout.write(home + Array.from({length: stdout.rows}, () => eraseLine).join(down) + home);
		rerender(screen());
	};

	stdout.prependListener('resize', redraw);
	return () => stdout.off('resize', redraw);
}
