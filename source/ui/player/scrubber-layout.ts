import {speedWords} from '../../analysis/playback.js';
import type {TrackKind} from '../../messages/vocabulary/track.js';
import {formatMilliseconds} from '../../text/format-numbers.js';
import {type Row, rowWidth, segment} from '../../text/segment.js';
import {fit, textWidth} from '../../text/text-width.js';
import {cellOf, countBefore} from '../../text/time-axis.js';
import type {Screen} from '../screen/screen.js';
import {selectTimeline} from './select-timeline.js';

/** What stands left and right of the drawing of a trace, which tracks it has, how many cells, and the place of the playhead in them. */
export type ScrubberLayout = {
	readonly left: Row;
	readonly right: Row;
	readonly kinds: readonly TrackKind[];
	readonly room: number;
	readonly place: number;
};

/** The drawing gets at least this many cells, and this share of the width, before all is said in words. */
const minRoom = 16;
const minShare = 0.4;

/** From this height of the screen on there is room for tracks. */
const tracksHeight = 30;

/** How wide the words at the left are: the sign, the speed and the loop, or the name of a track. */
const leftRoom = 10;

/** How wide a time is at most: `59 m 59 s`. */
const timeRoom = 9;

/** The tracks of the scrubber on a screen of this height: one for each kind of content that has come. */
function scrubberKinds(screen: Screen, screenHeight: number): readonly TrackKind[] {
	return screenHeight >= tracksHeight ? selectTimeline(screen).kinds : [];
}

/** How many rows the scrubber takes on a screen of this height. */
export function scrubberHeight(screen: Screen, screenHeight: number): number {
	return scrubberKinds(screen, screenHeight).length + 1;
}

/** Lays the scrubber out. What is said changes, but the drawing stays where it is. */
export function layoutScrubber(screen: Screen, playhead: number, width: number): ScrubberLayout {
	const {playback} = screen;
	const timeline = selectTimeline(screen);
	const left: Row = [
		segment(` ${fit(playSign(screen), leftRoom)} `, playback.isPlaying ? 'good' : 'warning'),
	];
	const least = Math.max(minRoom, Math.ceil(width * minShare));
	const right = placeRow(placeWords(screen, playhead), width - rowWidth(left) - least);
	const room = Math.max(0, width - rowWidth(left) - rowWidth(right));
	const place = cellOf(timeline.times[playhead - 1] ?? 0, {total: timeline.total, width: room});
	return {left, right, kinds: scrubberKinds(screen, screen.size.height), room, place};
}

/** The name of a track, as wide as what stands beside the row of the wire. */
export function trackLabel(label: string): Row {
	return [segment(` ${fit(label, leftRoom)} `, 'dim')];
}

/** How many events had come by the time that a column of the row stands for, or `null` beside the drawing. */
export function lengthAtColumn(screen: Screen, {left, room}: ScrubberLayout, column: number): number | null {
	const timeline = selectTimeline(screen);
	const cell = column - rowWidth(left);
	if (cell < 0 || cell >= room) {
		return null;
	}

	return Math.max(1, countBefore(timeline.times, cell + 1, {total: timeline.total, width: room}));
}

function playSign({playback}: Screen): string {
	return `${playback.isPlaying ? '▶' : '❚❚'} ${speedWords(playback.speed)}${playback.isLooping ? ' ↻' : ''}`;
}

/** The most important first, each as wide as it will be. While a live trace grows, there is room for what it will come to. */
function placeWords(screen: Screen, playhead: number): readonly string[] {
	const {trace, live, focus, isReplay, hasTimes} = screen;
	const start = trace.at(0)?.at ?? 0;
	const at = (trace.at(playhead - 1)?.at ?? start) - start;
	const total = formatMilliseconds((trace.at(live.length - 1)?.at ?? start) - start);
	const digits = Math.max(isReplay ? 0 : 4, String(live.length).length);
	const wait = waitWords(live.length - playhead, focus === 'prompt');
	return [
		`${playhead}/${live.length}`.padStart(digits * 2 + 1),
		...(isReplay ? [] : [wait.padEnd(digits + waitRoom)]),
		...(hasTimes
			? [`${formatMilliseconds(at).padStart(timeRoom)} of ${isReplay ? total : total.padEnd(timeRoom)}`]
			: []),
	];
}

/** In the prompt, a key types its character. */
function waitWords(waiting: number, isTyping: boolean): string {
	const how = isTyping ? 'Tab 0 for live' : 'press 0 for live';
	const words = waiting === 1 ? 'event waits' : 'events wait';
	return waiting === 0 ? how : `${waiting} ${words}, ${how}`;
}

const waitRoom = textWidth(' events wait, press 0 for live');

/** As many of the words as there is room for. */
function placeRow(words: readonly string[], room: number): Row {
	const fitting = words.findLastIndex((_, index) => textWidth(joined(words.slice(0, index + 1))) <= room);
	return [segment(joined(words.slice(0, Math.max(1, fitting + 1))), 'dim')];
}

function joined(words: readonly string[]): string {
	return ` ${words.join(' · ')} `;
}
