import {useStdout, useWindowSize} from 'ink';
import {type Size, smallest} from './layout.js';

/**
 * The size of the frame. On the alternate screen it is the terminal's size. On the normal screen one row below the frame stays free: Ink
 * would clear a frame as high as the terminal as a whole at each resize and at the end, and some terminals keep what is cleared.
 */
export function useFrameSize(hasAlternateScreen: boolean): Size {
	const {stdout} = useStdout();
	const known = useWindowSize();
	// Ink's hook knows the size of the last event, which is out of date for a frame rendered while the next event is being handled.
	const {columns, rows} = hasSize(stdout) ? stdout : known;
	return {width: columns, height: hasAlternateScreen || rows <= smallest.height ? rows : rows - 1};
}

function hasSize(stream: object): stream is {readonly columns: number; readonly rows: number} {
	return (
		'columns' in stream &&
		'rows' in stream &&
		typeof stream.columns === 'number' &&
		typeof stream.rows === 'number' &&
		stream.columns > 0 &&
		stream.rows > 0
	);
}
