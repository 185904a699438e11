import {Text} from 'ink';
import {useMemo} from 'react';
import {formatMilliseconds} from '../../protocol/format-numbers.js';
import {scrubberCells, scrubberRow} from '../drawings/scrubber.js';
import {paintRow} from '../paint.js';
import type {ScreenModel} from '../screen-model.js';
import {type Row, segment} from '../segment.js';
import {breakpointWords} from '../state/playback.js';

export type ScrubberProps = {
	readonly model: ScreenModel;
	readonly playhead: number;
	readonly width: number;
};

/** One row: how it plays, the whole trace at a glance with the playhead in it, and the place in numbers. */
export function Scrubber({model, playhead, width}: ScrubberProps) {
	const {trace, state, theme} = model;
	const start = trace.at(0)?.at ?? 0;
	const at = (trace.at(playhead - 1)?.at ?? start) - start;
	const total = (trace.at(trace.length - 1)?.at ?? start) - start;
	const waiting = trace.length - playhead;
	const left: Row = [segment(` ${playSign(model)} `, state.playback.isPlaying ? 'good' : 'warning')];
	const words = [
		`${playhead}/${trace.length}`,
		`${formatMilliseconds(at)} of ${formatMilliseconds(total)}`,
		...(model.isReplay || waiting === 0 ? [] : [`${waiting} events wait, G goes live`]),
		...(state.playback.breakpoint === null ? [] : [`stops ${breakpointWords(state.playback.breakpoint)}`]),
	];
	const right: Row = [segment(` ${words.join(' · ')} `, 'dim')];
	const room = Math.max(0, width - rowLength(left) - rowLength(right));
	const cells = useMemo(() => scrubberCells(trace.events, room), [trace.events, room]);
	const place = total === 0 ? 0 : Math.min(room - 1, Math.floor((at / total) * room));
	return (
		<Text wrap="truncate">{paintRow([...left, ...scrubberRow(cells, place), ...right], width, theme)}</Text>
	);
}

function playSign({state: {playback}}: ScreenModel): string {
	const speed = playback.speed === 'max' ? 'max' : `${playback.speed}×`;
	return `${playback.isPlaying ? '▶' : '❚❚'} ${speed}${playback.isLooping ? ' ↻' : ''}`;
}

function rowLength(row: Row): number {
	return row.reduce((sum, {text}) => sum + text.length, 0);
}
