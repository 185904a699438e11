// The position of the terminal's own cursor, where input methods show what they compose.

import {useCursor} from 'ink';
import {useEffect, useState} from 'react';

/** A cell, counted from the top left of all of Ink's output: in a full-screen app, of the screen. */
export type CellPosition = {readonly x: number; readonly y: number};

/** Shows the terminal's cursor at a cell for as long as it is mounted. Mount one at a time. */
export function TerminalCursor({x, y}: CellPosition) {
	const {setCursorPosition} = useCursor();
	const [, settle] = useState(false);
	// When the cursor moves from one field to another in one commit, the field that it leaves may hide it last. A second commit shows it
	// again.
	useEffect(() => settle(true), []);
	setCursorPosition({x, y});
	return null;
}
