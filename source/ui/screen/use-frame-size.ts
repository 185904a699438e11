import {useStdout, useWindowSize} from 'ink';
import {type Size, smallest} from './layout.js';

/**
 * The size of the frame: that of the terminal on a screen of its own. On the normal screen a row stays free below it: a frame as high as the
 * terminal would be cleared as a whole at each resize and at the end, and some terminals keep what is cleared.
 */
export function useFrameSize(hasAlternateScreen: boolean): Size {
	const {stdout} = useStdout();
	const known = useWindowSize();
	// What Ink's hook knows is the size of the last event: too old for a frame that is rendered while the next one is told.
	const {columns, rows} = hasSize(stdout) ? stdout : known;
	return {width: columns, height: hasAlternateScreen || rows <= smallest.height ? rows : rows - 1};
}

function hasSize(stream: object): stream is {readonly columns: number; readonly rows: number} {
	return (
		'columns' in stream &&
		'rows' in stream &&
		typeof stream.columns === 'number' &&
		typeof stream.rows === 'number'
	);
}
