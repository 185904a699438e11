import {summarize} from '../../analysis/event-summary.js';
import {givenUpWords, type Watchdog} from '../../analysis/watchdog.js';
import {type Row, segment} from '../../text/segment.js';
import type {TraceEvent} from '../../trace/trace-event.js';

/** An event as one line: its time, its exchange, its sign and type, and what it brought. */
export function eventLine(event: TraceEvent): Row {
	const {sign, name, detail, role} = summarize(event);
	const isBad = role === 'error' || (event.type === 'end' && event.outcome !== 'complete');
	return [...place(event), segment(`${sign} ${name}  `, isBad ? 'bad' : ''), segment(detail, 'dim')];
}

/** What a client would have done that no longer waits. */
export function givenUpLine(at: number, exchange: number, rule: Watchdog): Row {
	return [...place({at, exchange}), segment(`✂ watchdog  ${givenUpWords(rule)}`, 'bad')];
}

function place({at, exchange}: Pick<TraceEvent, 'at' | 'exchange'>): Row {
	return [
		segment(`${(at / 1000).toFixed(3).padStart(9)} s  `, 'dim'),
		segment(`#${exchange}  `.padStart(5), 'dim'),
	];
}
