import {renderToString} from 'ink';
import {pauseBefore} from '../../analysis/pauses.js';
import {PlayerFrame, type PlayerHeader} from '../player/player-frame.js';
import {scrubberHeight} from '../player/scrubber-layout.js';
import {reduce} from './reduce.js';
import type {Screen} from './screen.js';

export type CastOptions = {
	/** A replay at its beginning, as big as its frames shall be. */
	readonly screen: Screen;
	readonly header: PlayerHeader;
};

/** What a terminal is sent when the playhead is at a place, `at` milliseconds after the beginning. */
export type CastFrame = {readonly at: number; readonly playhead: number; readonly data: string};

/** Milliseconds between two frames at least. */
const frame = 40;

const hideCursor = '\u001B[?25l';
const clearScreen = '\u001B[2J';
const plain = '\u001B[0m';

/**
 * A recording as the player would play it by itself, as what a terminal is sent: the first frame whole, then the rows that change. The
 * speed and the longest pause are those of the screen's playback.
 */
export function* castFrames({screen: opened, header}: CastOptions): Generator<CastFrame> {
	const {size} = opened;
	const promptHeight = scrubberHeight(opened, size.height);
	const start = reduce(opened, {name: 'layOut', size, promptHeight}).screen;
	let shown: readonly string[] = [];
	for (const {at, playhead} of moments(start)) {
		// As the player does, it stands at the end.
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

/** Nobody types into a cast. */
const deaf = {dispatch() {}};

/** When the playhead is where: at most one place in each frame's time, and the end. */
function* moments({trace, playback}: Screen): Generator<{at: number; playhead: number}> {
	const {speed, idleLimit} = playback;
	const factor = speed === 'max' ? Number.POSITIVE_INFINITY : speed;
	let at = 0;
	let last = -frame;
	for (let position = 0; position < trace.length; position++) {
		const next = at + pauseBefore(trace.events, position, idleLimit) / factor;
		if (next >= last + frame && at > last) {
			yield {at, playhead: position};
			last = at;
		}

		at = next;
	}

	yield {at, playhead: trace.length};
}

/** A row is taken away before it is drawn anew: it goes around blanks where the width of what stands before them may differ. */
function changedRows(rows: readonly string[], before: readonly string[]): string {
	return rows
		.map((row, index) => (row === before[index] ? '' : `\u001B[${index + 1};1H\u001B[K${row}${plain}`))
		.join('');
}
