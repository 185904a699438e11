import {formatMilliseconds} from '../../protocol/format-numbers.js';
import {textWidth} from '../../terminal/text-width.js';
import {timesUntil} from '../../trace/exchange-timeline.js';
import type {ScreenModel} from '../screen-model.js';
import {type Row, rowWidth, segment} from '../segment.js';
import {speedWords} from '../state/playback.js';

/** What stands left and right of the drawing of a trace, how many cells it has, and the place of the playhead in them. */
export type ScrubberLayout = {
	readonly left: Row;
	readonly right: Row;
	readonly room: number;
	readonly place: number;
};

/** The drawing gets at least this many cells before all is said in words. */
const leastRoom = 16;

/** Lays the scrubber out in `width` cells. */
export function layoutScrubber(model: ScreenModel, playhead: number, width: number): ScrubberLayout {
	const {trace, state} = model;
	const {start, total} = span(model);
	const at = (trace.at(playhead - 1)?.at ?? start) - start;
	const left: Row = [segment(` ${playSign(model)} `, state.playback.isPlaying ? 'good' : 'warning')];
	const right = placeRow(placeWords(model, playhead, at, total), width - rowWidth(left) - leastRoom);
	const room = Math.max(0, width - rowWidth(left) - rowWidth(right));
	return {left, right, room, place: total === 0 ? 0 : Math.min(room - 1, Math.floor((at / total) * room))};
}

/** How many events had come by the time that a column of the row stands for, or `null` beside the drawing. */
export function lengthAtColumn(model: ScreenModel, layout: ScrubberLayout, column: number): number | null {
	const cell = column - rowWidth(layout.left);
	if (cell < 0 || cell >= layout.room) {
		return null;
	}

	const {start, total} = span(model);
	const times = model.trace.events.map(({at}) => at);
	return Math.max(1, timesUntil(times, start + ((cell + 1) / layout.room) * total).length);
}

/** When the trace began and how long it is, in milliseconds. */
function span({trace}: ScreenModel): {readonly start: number; readonly total: number} {
	const start = trace.at(0)?.at ?? 0;
	return {start, total: (trace.at(trace.length - 1)?.at ?? start) - start};
}

function playSign({state: {playback}}: ScreenModel): string {
	return `${playback.isPlaying ? '▶' : '❚❚'} ${speedWords(playback.speed)}${playback.isLooping ? ' ↻' : ''}`;
}

/** The most important first. Numbers keep their width, so that the drawing stands still. */
function placeWords(model: ScreenModel, playhead: number, at: number, total: number): readonly string[] {
	const {trace, state, isReplay} = model;
	const length = String(trace.length);
	const waiting = trace.length - playhead;
	// In the prompt, a key types its character.
	const how = state.focus === 'prompt' ? 'Tab, then 0 for live' : 'press 0 for live';
	const wait = waiting === 0 ? how : `${waiting} ${waiting === 1 ? 'event waits' : 'events wait'}, ${how}`;
	return [
		`${String(playhead).padStart(length.length)}/${length}`,
		...(isReplay ? [] : [wait]),
		`${formatMilliseconds(at).padStart(8)} of ${formatMilliseconds(total)}`,
	];
}

/** As many of the words as there is room for. */
function placeRow(words: readonly string[], room: number): Row {
	const fitting = words.findLastIndex((_, index) => textWidth(joined(words.slice(0, index + 1))) <= room);
	return [segment(joined(words.slice(0, Math.max(1, fitting + 1))), 'dim')];
}

function joined(words: readonly string[]): string {
	return ` ${words.join(' · ')} `;
}
