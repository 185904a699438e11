import {rateCells, statisticsRows} from '../../analysis/statistics/statistics-rows.js';
import type {StreamStatistics} from '../../analysis/statistics/stream-statistics.js';
import {formatBytes, formatMilliseconds, formatTokens} from '../../text/format-numbers.js';
import {type Row, segment} from '../../text/segment.js';
import {wrapText} from '../../text/wrap-text.js';
import type {Screen} from '../screen/screen.js';
import {fixedRows, type RowSource} from './row-source.js';
import {selectStatistics} from './select-statistics.js';

/** What came, how often, how many bytes and for how long: of the exchange, or of all, up to the playhead. */
export function statsTab(screen: Screen, width: number): RowSource {
	const found = selectStatistics(screen, rateCells(width));
	if (found === null) {
		return fixedRows([[segment('No exchange yet.', 'dim')]]);
	}

	if ('progress' in found) {
		return fixedRows([[segment(`counting events: ${Math.floor(found.progress * 100)} %`, 'dim')]]);
	}

	const {statistics} = found;
	const head = wrapText(headWords(statistics), width).lines.map(({text}): Row => [segment(text, 'title')]);
	const notes = [
		...(screen.live.exchanges.length < 2 ? [] : [otherScope(statistics)]),
		...(statistics.time === null ? [] : ['waited: since the event before it']),
	];
	return fixedRows([
		...head,
		...(notes.length === 0 ? [] : wrapText(notes.join(' · '), width).lines).map(
			({text}): Row => [segment(text, 'dim')],
		),
		[],
		...statisticsRows(statistics, width),
	]);
}

function headWords({exchange, exchanges, events, bytes, characters, time}: StreamStatistics): string {
	const what = exchange === null ? `${formatTokens(exchanges)} exchanges` : `exchange ${exchange}`;
	const parts = [
		events === 1 ? '1 event' : `${formatTokens(events)} events`,
		formatBytes(bytes),
		`${formatTokens(characters)} characters`,
		...(time === null ? [] : [formatMilliseconds(time)]),
	];
	return `${what} · ${parts.join(' · ')}`;
}

function otherScope({exchange}: StreamStatistics): string {
	return exchange === null ? 'a: only the selected exchange' : 'a: all exchanges';
}
