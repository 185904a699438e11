import {formatMilliseconds} from '../../text/format-numbers.js';
import {paintRow} from '../../text/paint.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {fitRow, type Row, rowWidth, segment, spreadRow} from '../../text/segment.js';
import type {Theme} from '../../text/theme.js';
import {textSoFar, textSoFarRows} from '../events/text-so-far.js';
import type {Size} from '../screen/layout.js';
import {answerStanding} from './answer-standing.js';
import {type Pair, pairRow, pairTime} from './pair.js';
import {pairHelpRows} from './pair-help-rows.js';
import {pairLogRows} from './pair-log-rows.js';
import {pairScrubberRows} from './pair-scrubber-rows.js';
import {pairStatusRow} from './pair-status-row.js';

/** From this width on, the texts stand side by side. */
const besideWidth = 100;
/** Below this height there are no scrubbers. */
const scrubberHeight = 16;
const letters = ['A', 'B'] as const;

/** The whole screen with two recordings: a painted line for each row. */
export function pairLines(pair: Pair, size: Size, theme: Theme): readonly string[] {
	const {width, height} = size;
	const scrubbers = height < scrubberHeight ? [] : pairScrubberRows(pair, width);
	const body = {width, height: Math.max(0, height - 2 - scrubbers.length)};
	const rows = [
		headerRow(pair, width),
		...(pair.isHelpOpen ? pairHelpRows(body) : bodyRows(pair, body)),
		...scrubbers,
		pairStatusRow(pair, width),
	];
	return rows.map(row => paintRow(row, width, theme));
}

function headerRow(pair: Pair, width: number): Row {
	const [left, right] = pair.sides.map(({name}) => sanitizeLine(name));
	const names: Row = [segment(' streamscope  ', 'title'), segment(`replay ${left} · ${right}`)];
	const step = pair.by === 'time' ? `by time · ${formatMilliseconds(pairTime(pair))}` : 'by event';
	const words: Row = [segment(`in step ${step} `, 'accent')];
	const room = Math.max(0, width - rowWidth(words) - 1);
	return spreadRow(rowWidth(names) > room ? fitRow(names, room) : names, words, width);
}

function bodyRows(pair: Pair, {width, height}: Size): readonly Row[] {
	const texts =
		width >= besideWidth ? textsBeside(pair, {width, height}) : textsStacked(pair, {width, height});
	const room = Math.max(0, height - texts.length - 1);
	const log = pairLogRows(pair, {width, height: room});
	const blank = Array.from({length: room - log.length}, (): Row => []);
	const title = logTitle(pair, width);
	const joined = width >= besideWidth ? withJoint(title, leftWidth(width)) : title;
	return [...texts, joined, ...log, ...blank].slice(0, height);
}

function logTitle(pair: Pair, width: number): Row {
	const differing = pair.rows.filter(({isSame}) => !isSame).length;
	const note = differing === 0 ? 'the same' : `${differing} differ`;
	return rule(`Events ${pairRow(pair) + 1} of ${pair.rows.length}`, note, width);
}

function textsBeside(pair: Pair, {width, height}: Size): readonly Row[] {
	const rows = Math.floor(height * 0.4);
	const left = leftWidth(width);
	const widths = [left, width - 1 - left] as const;
	const [one, other] = widths.map((room, index) =>
		textPane(pair, index === 0 ? 0 : 1, {width: room, height: rows}),
	);
	return Array.from({length: rows}, (_, index): Row => {
		const [a, b] = [one?.[index] ?? [], other?.[index] ?? []];
		const blank = segment(' '.repeat(Math.max(0, left - rowWidth(a))));
		return [...a, blank, segment(index === 0 ? '┬' : '│', 'line'), ...b];
	});
}

/** The cells left of the line between the texts. */
function leftWidth(width: number): number {
	return Math.floor((width - 1) / 2);
}

/** A rule on which the line at a column ends. */
function withJoint(row: Row, column: number): Row {
	let x = 0;
	return row.flatMap((part): Row => {
		const at = column - x;
		x += part.text.length;
		return part.text[at] === '─'
			? [segment(`${part.text.slice(0, at)}┴${part.text.slice(at + 1)}`, part.role)]
			: [part];
	});
}

function textsStacked(pair: Pair, {width, height}: Size): readonly Row[] {
	const rows = Math.max(2, Math.floor(height * 0.25));
	return [...textPane(pair, 0, {width, height: rows}), ...textPane(pair, 1, {width, height: rows})];
}

/** The text of a side so far, below its name. */
function textPane(pair: Pair, index: 0 | 1, {width, height}: Size): readonly Row[] {
	const {trace, name} = pair.sides[index];
	const inside = {width: Math.max(1, width - 2), height: height - 1};
	const position = pair.lengths[index] - 1;
	const soFar = position < 0 ? {text: '', start: 0} : textSoFar(trace, position);
	return [
		rule(`${letters[index]}: ${sanitizeLine(name)}`, answerStanding(pair), width),
		...textSoFarRows(soFar, inside).map((row): Row => [segment(' '), ...row]),
	];
}

function rule(title: string, note: string, width: number): Row {
	const whole: Row = [segment('─ ', 'line'), segment(title, 'title')];
	const head = rowWidth(whole) > width - 2 ? fitRow(whole, Math.max(0, width - 2)) : whole;
	const said: Row = note === '' ? [] : [segment(` ${note} `, 'dim')];
	const room = width - rowWidth(head) - 2;
	const fits = rowWidth(said) + 1 <= room;
	const line = '─'.repeat(Math.max(0, room - (fits ? rowWidth(said) : 0)));
	return [...head, segment(` ${line}`, 'line'), ...(fits ? said : []), segment('─', 'line')];
}
