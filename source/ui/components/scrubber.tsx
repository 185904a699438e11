import {Text} from 'ink';
import {useMemo} from 'react';
import {formatMilliseconds} from '../../protocol/format-numbers.js';
import {sanitizeLine} from '../../terminal/sanitize.js';
import {textWidth} from '../../terminal/text-width.js';
import {scrubberCells, scrubberRow} from '../drawings/scrubber.js';
import {paintRow} from '../paint.js';
import type {ScreenModel} from '../screen-model.js';
import {type Row, rowWidth, segment} from '../segment.js';
import {breakpointWords, speedWords} from '../state/playback.js';

export type ScrubberProps = {
	readonly model: ScreenModel;
	readonly playhead: number;
	readonly width: number;
};

/** The drawing gets at least this many cells before all is said in words. */
const leastRoom = 16;

/** One row: how it plays, the whole trace at a glance with the playhead in it, and the place in numbers. */
export function Scrubber({model, playhead, width}: ScrubberProps) {
	const {trace, state, theme} = model;
	const start = trace.at(0)?.at ?? 0;
	const at = (trace.at(playhead - 1)?.at ?? start) - start;
	const total = (trace.at(trace.length - 1)?.at ?? start) - start;
	const left: Row = [segment(` ${playSign(model)} `, state.playback.isPlaying ? 'good' : 'warning')];
	const right = placeRow(placeWords(model, playhead, at, total), width - rowWidth(left) - leastRoom);
	const room = Math.max(0, width - rowWidth(left) - rowWidth(right));
	const {events, length} = trace;
	const cells = useMemo(() => (length === 0 ? [] : scrubberCells(events, room)), [events, length, room]);
	const place = total === 0 ? 0 : Math.min(room - 1, Math.floor((at / total) * room));
	return (
		<Text wrap="truncate">{paintRow([...left, ...scrubberRow(cells, place), ...right], width, theme)}</Text>
	);
}

function playSign({state: {playback}}: ScreenModel): string {
	return `${playback.isPlaying ? '▶' : '❚❚'} ${speedWords(playback.speed)}${playback.isLooping ? ' ↻' : ''}`;
}

/** The most important first. Numbers keep their width, so that the drawing stands still. */
function placeWords(model: ScreenModel, playhead: number, at: number, total: number): readonly string[] {
	const {trace, state, isReplay} = model;
	const length = String(trace.length);
	const waiting = trace.length - playhead;
	const breakpoint = state.playback.breakpoint;
	const wait = waiting === 0 ? 'G goes live' : `${waiting} events wait, G goes live`;
	return [
		`${String(playhead).padStart(length.length)}/${length}`,
		...(isReplay ? [] : [wait]),
		`${formatMilliseconds(at).padStart(8)} of ${formatMilliseconds(total)}`,
		...(breakpoint === null ? [] : [`stops ${sanitizeLine(breakpointWords(breakpoint))}`]),
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
