import {speedWords} from '../../analysis/playback.js';
import type {TrackKind} from '../../messages/vocabulary/track.js';
import {formatMilliseconds} from '../../text/format-numbers.js';
import {type Row, rowWidth, segment} from '../../text/segment.js';
import {fit, textWidth} from '../../text/text-width.js';
import {cellOf, countBefore} from '../../text/time-axis.js';
import type {Screen} from '../screen/screen.js';
import {canBeLive} from './playhead.js';
import {selectTimeline} from './select-timeline.js';

/** The layout of the scrubber: the text left and right of the drawing, its tracks, its width in cells, and the playhead's cell. */
export type ScrubberLayout = {
	readonly left: Row;
	readonly right: Row;
	readonly kinds: readonly TrackKind[];
	readonly room: number;
	readonly place: number;
};

/** The minimum cells of the drawing, and its minimum share of the width while words are shown in full. */
const minRoom = 16;
const minShare = 0.4;

/** The minimum height of the screen for tracks. */
const tracksHeight = 30;

/** The width of the words at the left: the sign, the speed and the loop, or the name of a track. */
const leftRoom = 10;

/** The maximum width of a time: `59 m 59 s`. */
const timeRoom = 9;

/** The tracks of the scrubber on a screen of this height: one for each kind of content so far. */
function scrubberKinds(screen: Screen, screenHeight: number): readonly TrackKind[] {
	return screenHeight >= tracksHeight ? selectTimeline(screen).kinds : [];
}

/** The number of rows of the scrubber on a screen of this height. */
export function scrubberHeight(screen: Screen, screenHeight: number): number {
	return scrubberKinds(screen, screenHeight).length + 1;
}

/** Lays the scrubber out. The words change, but the drawing does not move. */
export function layoutScrubber(screen: Screen, playhead: number, width: number): ScrubberLayout {
	const {playback} = screen;
	const timeline = selectTimeline(screen);
	const left: Row = [
		segment(
			` ${fit(playSign(screen), leftRoom)} `,
			playback.isPlaying || screen.playhead === null ? 'good' : 'warning',
		),
	];
	const least = Math.max(minRoom, Math.ceil(width * minShare));
	const right = placeRow(placeWords(screen, playhead), width - rowWidth(left) - least);
	const room = Math.max(0, width - rowWidth(left) - rowWidth(right));
	const place = cellOf(timeline.times[playhead - 1] ?? 0, {total: timeline.total, width: room});
	return {left, right, kinds: scrubberKinds(screen, screen.size.height), room, place};
}

/** The name of a track, as wide as the text beside the row of the wire. */
export function trackLabel(label: string): Row {
	return [segment(` ${fit(label, leftRoom)} `, 'dim')];
}

/** How many events had arrived by the time at a column of the row, or `null` beside the drawing. */
export function lengthAtColumn(screen: Screen, {left, room}: ScrubberLayout, column: number): number | null {
	const timeline = selectTimeline(screen);
	const cell = column - rowWidth(left);
	if (cell < 0 || cell >= room) {
		return null;
	}

	return Math.max(1, countBefore(timeline.times, cell + 1, {total: timeline.total, width: room}));
}

function playSign({playback, playhead}: Screen): string {
	return playhead === null
		? '▶ live'
		: `${playback.isPlaying ? '▶' : '❚❚'} ${speedWords(playback.speed)}${playback.isLooping ? ' ↻' : ''}`;
}

/** The most important words first, each as wide as it will become: while a live trace grows, room is kept for larger numbers. */
function placeWords(screen: Screen, playhead: number): readonly string[] {
	const {trace, live, focus, hasTimes} = screen;
	const isGrowing = canBeLive(screen);
	const start = trace.at(0)?.at ?? 0;
	const at = (trace.at(playhead - 1)?.at ?? start) - start;
	const total = formatMilliseconds((trace.at(live.length - 1)?.at ?? start) - start);
	const digits = Math.max(isGrowing ? 4 : 0, String(live.length).length);
	const wait = screen.playhead === null ? 'following' : waitWords(live.length - playhead, focus === 'prompt');
	return [
		`${playhead}/${live.length}`.padStart(digits * 2 + 1),
		...(isGrowing ? [wait.padEnd(digits + waitRoom)] : []),
		...(hasTimes
			? [`${formatMilliseconds(at).padStart(timeRoom)} of ${isGrowing ? total.padEnd(timeRoom) : total}`]
			: []),
	];
}

/** In the prompt, `0` would be typed. */
function waitWords(waiting: number, isTyping: boolean): string {
	const how = isTyping ? 'Tab 0 for live' : 'press 0 for live';
	const words = waiting === 1 ? 'event waits' : 'events wait';
	return waiting === 0 ? how : `${waiting} ${words}, ${how}`;
}

const waitRoom = textWidth(' events wait, press 0 for live');

/** As many of the words as fit. */
function placeRow(words: readonly string[], room: number): Row {
	const fitting = words.findLastIndex((_, index) => textWidth(joined(words.slice(0, index + 1))) <= room);
	return [segment(joined(words.slice(0, Math.max(1, fitting + 1))), 'dim')];
}

function joined(words: readonly string[]): string {
	return ` ${words.join(' · ')} `;
}
