import type {TerminalScreen} from './terminal-screen.js';

/** The screen in a frame, with its size and cursor position, for error messages. */
export const framedScreen = (screen: TerminalScreen): string => {
	const rows = screen.rows();
	const {x, y, visible} = screen.cursor();
	const {columns} = screen.size();
	const edge = '─'.repeat(columns);
	const place = `cursor ${visible ? 'shown' : 'hidden'} at column ${x}, row ${y}`;
	return [`┌${edge}┐ ${columns}×${rows.length}, ${place}`, ...rows.map(row => `│${row}`), `└${edge}┘`].join(
		'\n',
	);
};
