import {renderToString} from 'ink';
import {pauseBefore} from '../../analysis/pauses.js';
import {PlayerFrame, type PlayerHeader} from '../player/player-frame.js';
import {scrubberHeight} from '../player/scrubber-layout.js';
import {reduce} from './reduce.js';
import type {Screen} from './screen.js';

export type CastOptions = {
	/** A replay at its first playhead, with the size of the frames. */
	readonly screen: Screen;
	/** The last playhead; without it, the end of the trace. */
	readonly end?: number;
	readonly header: PlayerHeader;
};

/** What the terminal is sent for a playhead position, `at` milliseconds after the beginning. */
export type CastFrame = {readonly at: number; readonly playhead: number; readonly data: string};

/** The minimum time between two frames, in milliseconds. */
const frame = 40;

const hideCursor = '\u001B[?25l';
const clearScreen = '\u001B[2J';
const plain = '\u001B[0m';

/**
 * Yields what a terminal is sent while the player plays a recording: the first frame whole, then only changed rows. The speed and the
 * longest gap come from the screen's playback.
 */
export function* castFrames({
	screen: opened,
	end = opened.trace.length,
	header,
}: CastOptions): Generator<CastFrame> {
	const {size} = opened;
	const promptHeight = scrubberHeight(opened, size.height);
	const start = reduce(opened, {name: 'layOut', size, promptHeight, welcome: opened.welcome}).screen;
	let shown: readonly string[] = [];
	for (const {at, playhead} of moments(start, end)) {
		// Like the player, the cast stops at the end.
		const outcome = playhead < start.live.length ? 'goOn' : 'end';
		const {screen} = reduce(start, {name: 'playTo', playhead, outcome});
		const drawn = renderToString(<PlayerFrame screen={screen} store={deaf} header={header} />, {
			columns: size.width,
		});
		const rows = drawn.split('\n');
		const data = changedRows(rows, shown);
		if (data !== '') {
			yield {at, playhead, data: shown.length === 0 ? hideCursor + clearScreen + data : data};
		}

		shown = rows;
	}
}

/** A cast has no input. */
const deaf = {dispatch() {}};

/** The playhead positions over time: at most one per frame, and the end. */
function* moments(
	{trace, playback, playhead}: Screen,
	end: number,
): Generator<{at: number; playhead: number}> {
	const {speed, idleLimit} = playback;
	const factor = speed === 'max' ? Number.POSITIVE_INFINITY : speed;
	let at = 0;
	let last = -frame;
	for (let position = playhead ?? 0; position < end; position++) {
		const next = at + pauseBefore(trace.events, position, idleLimit) / factor;
		if (next >= last + frame && at > last) {
			yield {at, playhead: position};
			last = at;
		}

		at = next;
	}

	yield {at, playhead: end};
}

/** A row is erased before it is redrawn: a terminal may measure the text before a skipped blank differently. */
function changedRows(rows: readonly string[], before: readonly string[]): string {
	return rows
		.map((row, index) => (row === before[index] ? '' : `\u001B[${index + 1};1H\u001B[K${row}${plain}`))
		.join('');
}
