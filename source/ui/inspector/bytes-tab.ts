import {type NetworkRead, networkRead, type ReadEvent} from '../../analysis/network-read.js';
import {formatMilliseconds, formatTokens} from '../../text/format-numbers.js';
import {hexRows} from '../../text/hex-rows.js';
import {rawRows} from '../../text/json-tree/raw-rows.js';
import {type Row, segment} from '../../text/segment.js';
import {wrapText} from '../../text/wrap-text.js';
import {selectEvent, selectPosition, selectSelectedExchange} from '../events/select-log.js';
import type {Screen} from '../screen/screen.js';
import {selector} from '../screen/selector.js';
import {noEventWords} from './event-tab.js';
import {fixedRows, type RowSource, stacked} from './row-source.js';

const exactWords =
	'Each event is written again as it goes over the wire: its data is exact, its line ends and the spaces after colons are the API’s.';

/** Computed again only if another event is selected, or more have come. */
const selectRead = selector(
	screen => [screen.trace, selectPosition(screen), screen.live.length] as const,
	(trace, position, _length) => networkRead(trace.events, position),
);

/** The read of the selected event: the bytes of all events that came with it, with the edges of the read. What is not text is shown in hex. */
export function bytesTab(screen: Screen, width: number): RowSource {
	const event = selectEvent(screen);
	const position = selectPosition(screen);
	const prose = (text: string, role = 'dim') =>
		wrapText(text, width).lines.map(({text: line}): Row => [segment(line, role)]);
	if (event === undefined) {
		return fixedRows(prose(noEventWords(screen)));
	}

	if (event.type === 'body') {
		const head: Row = [
			segment(`#${position + 1} body · ${byteWords(Buffer.byteLength(event.data))}`, 'title'),
		];
		return stacked(
			fixedRows([head, []]),
			content(event.data, screen.isHex, width),
			fixedRows(omittedRows(event)),
		);
	}

	const read = selectRead(screen);
	if (read === null) {
		return fixedRows(
			prose(`#${position + 1} ${event.type}: only events of a stream and bodies keep their bytes.`),
		);
	}

	const start = selectSelectedExchange(screen)?.timestamps.request ?? read.at;
	return stacked(
		fixedRows([
			...prose(headWords(read, screen, start), 'title'),
			...(spanWords(read) === '' ? [] : prose(spanWords(read))),
			...prose(exactWords),
		]),
		fixedRows([edge('┌', `read ${read.read}`)]),
		...read.events.map(one => eventSource(one, one.position === position, screen.isHex, width)),
		fixedRows([edge('└', endWords(read, screen.hasTimes))]),
	);
}

function headWords({read, count, bytes, at, before}: NetworkRead, {hasTimes}: Screen, start: number): string {
	const since = before === null ? '' : `, ${formatMilliseconds(at - before.at)} after read ${before.read}`;
	const time = hasTimes ? ` · at ${formatMilliseconds(at - start)}${since}` : '';
	return `read ${read} · ${count === 1 ? '1 event' : `${formatTokens(count)} events`} · ${byteWords(bytes)}${time}`;
}

/** An event that was cut by reads came with the last of them. */
function spanWords({read, before, count, events}: NetworkRead): string {
	const first = (before?.read ?? 0) + 1;
	const more = count - events.length;
	return [
		...(first < read
			? [
					`The first event began in an earlier read, at most ${read - first} before: where it was cut is not recorded.`,
				]
			: []),
		...(more > 0 ? [`${formatTokens(more)} more events of this read are not shown.`] : []),
	].join(' ');
}

function endWords({at, after}: NetworkRead, hasTimes: boolean): string {
	return after === null
		? 'no later read so far'
		: `read ${after.read} came ${hasTimes ? `${formatMilliseconds(after.at - at)} later` : 'next'}`;
}

function eventSource(
	{position, wire, size, event}: ReadEvent,
	isSelected: boolean,
	isHex: boolean,
	width: number,
): RowSource {
	const head: Row = [
		segment(isSelected ? '▸' : '├', isSelected ? 'mark' : 'axis'),
		segment(` #${position + 1} `, 'mark'),
		segment(byteWords(size), 'dim'),
	];
	const rows = stacked(fixedRows([head]), content(wire, isHex, width), fixedRows(omittedRows(event)));
	return isSelected ? {...rows, seen: {first: 0, last: rows.count - 1}} : rows;
}

/** Text as it is, or in hex: whatever a terminal cannot show as it is. */
function content(text: string, isHex: boolean, width: number): RowSource {
	const rows = isHex || !isText(text) ? hexRows(Buffer.from(text), width) : rawRows(text.trimEnd(), width);
	return {
		count: rows.count,
		isFoldable: false,
		slice: (from, to) => rows.slice(from, to).map(row => ({row})),
	};
}

function isText(text: string): boolean {
	return text.isWellFormed() && !/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFD]/.test(text);
}

function omittedRows({omitted}: {readonly omitted?: number}): readonly Row[] {
	return omitted === undefined
		? []
		: [[segment(`… ${formatTokens(omitted)} more characters were not kept`, 'warning')]];
}

function byteWords(bytes: number): string {
	return bytes === 1 ? '1 byte' : `${formatTokens(bytes)} bytes`;
}

function edge(sign: string, words: string): Row {
	return [segment(`${sign}── ${words}`, 'axis')];
}
