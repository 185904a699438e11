import {speedWords} from '../../analysis/playback.js';
import {fitRow, type Row, rowWidth, segment, spreadRow} from '../../text/segment.js';
import {textWidth} from '../../text/text-width.js';
import {hasTimes, type Pair} from './pair.js';

/** How the two are played, what the last key did, and the most important keys. */
export function pairStatusRow({sides, isPlaying, speed, by, notice}: Pair, width: number): Row {
	const play = isPlaying ? 'Space pauses' : 'Space plays';
	const other = by === 'time' ? '= by event  ' : hasTimes(sides) ? '= by time  ' : '';
	const hints = [
		`${play}  , . step  ${other}n next difference  ? help  q quits`,
		`, . step  ${other}n next difference  ? help`,
		`, . step  ${other}n differs  ? help`,
		`. step  ${other}? help`,
		'? help',
	];
	const left: Row = [
		segment(` ${isPlaying ? '▶' : '❚❚'} ${speedWords(speed)}`, isPlaying ? 'good' : 'warning'),
		...(notice === null ? [] : [segment(` · ${notice}`, 'accent')]),
	];
	const hint = hints.find(words => textWidth(words) + 3 <= width - rowWidth(left));
	return spreadRow(
		rowWidth(left) > width ? fitRow(left, width) : left,
		hint === undefined ? [] : [segment(`${hint} `, 'dim')],
		width,
	);
}
