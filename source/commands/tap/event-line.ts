import {summarize} from '../../analysis/event-summary.js';
import {type Row, segment} from '../../text/segment.js';
import type {TraceEvent} from '../../trace/trace-event.js';

/** An event as one line: its time, its exchange, its sign and type, and what it brought. */
export function eventLine(event: TraceEvent): Row {
	const {sign, name, detail, role} = summarize(event);
	const isBad = role === 'error' || (event.type === 'end' && event.outcome !== 'complete');
	return [
		segment(`${(event.at / 1000).toFixed(3).padStart(9)} s  `, 'dim'),
		segment(`#${event.exchange}  `.padStart(5), 'dim'),
		segment(`${sign} ${name}  `, isBad ? 'bad' : ''),
		segment(detail, 'dim'),
	];
}
