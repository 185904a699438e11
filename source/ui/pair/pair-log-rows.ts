import type {AlignedEvents, LoggedEvent} from '../../analysis/comparison/align-logs.js';
import {summarize} from '../../analysis/event-summary.js';
import {type Row, segment} from '../../text/segment.js';
import {padEnd, truncate} from '../../text/text-width.js';
import type {Size} from '../screen/layout.js';
import {type Pair, pairRow} from './pair.js';

/** With fewer columns, the two events of a row are one below the other. */
const besideWidth = 72;
/** The share of the log above the playhead. */
const playheadShare = 2 / 3;

type Cell = {readonly text: string; readonly role: string};

/** The rows of both logs around the playhead. What is behind it is dim. */
export function pairLogRows(pair: Pair, {width, height}: Size): readonly Row[] {
	const {rows, lengths} = pair;
	const at = pairRow(pair);
	const first = Math.max(0, at - Math.floor(height * playheadShare));
	const drawn: Row[] = [];
	for (let index = firstThatShows(pair, {first, at, height, width}); index < rows.length; index++) {
		const row = rows[index];
		if (row === undefined || drawn.length >= height) {
			break;
		}

		const cells = [cellOf(row.left, lengths[0]), cellOf(row.right, lengths[1])] as const;
		drawn.push(...rowsOf(row, cells, {width, isAt: index === at}));
	}

	return drawn.slice(0, height);
}

/** Stacked rows are higher, so fewer of them fit above the playhead. */
function firstThatShows(
	{rows}: Pair,
	{first, at, height, width}: Size & {readonly first: number; readonly at: number},
): number {
	if (width >= besideWidth) {
		return first;
	}

	let used = 0;
	let index = at;
	for (; index > first; index--) {
		used += rows[index]?.isSame ? 1 : 2;
		if (used + 2 > height) {
			break;
		}
	}

	return Math.max(0, index);
}

function rowsOf(
	row: AlignedEvents,
	[left, right]: readonly [Cell, Cell],
	{width, isAt}: {readonly width: number; readonly isAt: boolean},
): readonly Row[] {
	const pointer = segment(isAt ? '▶ ' : '  ', 'mark');
	const sign = segment(` ${signOf(row)} `, row.isSame ? 'dim' : 'warning');
	if (width >= besideWidth) {
		const half = Math.floor((width - 5) / 2);
		const [one, other] = [left, right].map(({text, role}) =>
			segment(padEnd(truncate(text, half), half), role),
		);
		return one === undefined || other === undefined ? [] : [[pointer, one, sign, other]];
	}

	const room = width - 7;
	const line = (name: string, {text, role}: Cell): Row => [
		pointer,
		sign,
		segment(name, 'dim'),
		segment(truncate(text, room), role),
	];
	return row.isSame
		? [line('  ', left)]
		: [...(row.left === null ? [] : [line('A ', left)]), ...(row.right === null ? [] : [line('B ', right)])];
}

/** The same, different, or only on one side. */
function signOf({left, right, isSame}: AlignedEvents): string {
	return isSame ? '=' : left === null ? '>' : right === null ? '<' : '≠';
}

function cellOf(logged: LoggedEvent | null, length: number): Cell {
	if (logged === null) {
		return {text: '', role: 'dim'};
	}

	const {sign, shortName, block, detail, role} = summarize(logged.event);
	const where = block === null ? '' : `[${block}] `;
	return {
		text: `#${logged.number} ${sign} ${shortName} ${where}${detail}`,
		role: logged.number <= length ? role : 'dim',
	};
}
