import {ForeignCounter} from '../../analysis/foreign-figures.js';
import {formatBytes, formatMilliseconds, formatTokens} from '../../text/format-numbers.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {wrapText} from '../../text/wrap-text.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {foreignWords} from '../conversation/turn-head.js';
import type {Screen} from '../screen/screen.js';
import {selector} from '../screen/selector.js';
import {fixedRows, type RowSource} from './row-source.js';

const selectCounter = selector(
	({trace}) => [trace] as const,
	_trace => new ForeignCounter(),
);

/** The figures of an exchange with another API, of which no vocabulary is known. */
export function foreignRows(screen: Screen, exchange: ExchangeView, width: number): RowSource {
	const {events, length, reads, headers, firstEvent, lastEvent, total, gaps} = selectCounter(screen).figures(
		screen.trace.events,
		exchange,
	);
	const time = (ms: number | null) => (ms === null || !screen.hasTimes ? '–' : formatMilliseconds(ms));
	const facts: ReadonlyArray<readonly [string, string]> = [
		['events', `${formatTokens(events)} in ${formatTokens(reads)} reads · ${formatBytes(length)}`],
		['headers', time(headers)],
		['first event', time(firstEvent)],
		['last event', time(lastEvent)],
		['total', time(total)],
		['gaps', gaps === null ? '–' : `p50 ${time(gaps.p50)} · p99 ${time(gaps.p99)} · max ${time(gaps.max)}`],
	];
	return fixedRows([
		[
			segment(sanitizeLine(exchange.foreign ?? ''), 'title'),
			segment(` · exchange ${exchange.exchange}`, 'dim'),
		],
		...wrapText(foreignWords, width).lines.map(({text}): Row => [segment(text, 'dim')]),
		[],
		...facts.map(([name, words]): Row => [segment(name.padEnd(12), 'dim'), segment(words)]),
	]);
}
