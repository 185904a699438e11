// On the alternate screen, terminals turn the wheel into several arrows at once: https://invisible-island.net/xterm/ctlseqs/ctlseqs.html, mode 1007

/** Turns it on, and remembers how it was: xterm leaves the wheel without effect on the alternate screen. */
export const wheelKeysOn = '\u001B[?1007s\u001B[?1007h';
export const wheelKeysBefore = '\u001B[?1007r';

/** Fewer arrows in one read may come from a key that is held down. */
const minArrows = 3;

const arrow = /^\u001B[[O]([AB])$/;

/**
 * Returns the pieces of one read with the arrows of the wheel as the keys that scroll: with Shift, the prompt scrolls the conversation, and
 * every pane and menu moves as by the arrow alone.
 */
export function withWheel(pieces: readonly string[]): readonly string[] {
	const read: string[] = [];
	while (read.length < pieces.length) {
		const run = runFrom(pieces, read.length);
		const direction = run.length < minArrows ? null : directionOf(run[0]);
		read.push(...(direction === null ? run : run.map(() => `\u001B[1;2${direction}`)));
	}

	return read;
}

/** How many arrows of one direction are at the end of what was read. */
export function arrowsAtEnd(pieces: readonly string[]): number {
	const last = directionOf(pieces.at(-1));
	const start = pieces.findLastIndex(piece => directionOf(piece) !== last) + 1;
	return last === null ? 0 : pieces.length - start;
}

/** The arrows of one direction that begin there, or else the one piece. */
function runFrom(pieces: readonly string[], start: number): readonly string[] {
	const direction = directionOf(pieces[start]);
	const end = pieces.findIndex((piece, index) => index > start && directionOf(piece) !== direction);
	return pieces.slice(start, direction === null ? start + 1 : end === -1 ? pieces.length : end);
}

function directionOf(piece: string | undefined): string | null {
	return arrow.exec(piece ?? '')?.[1] ?? null;
}
