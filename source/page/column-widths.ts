import type {TraceEvent} from '../trace/trace-event.js';
import {bareMilliseconds} from './bare-milliseconds.js';
import {sinceLast} from './event-row.js';

/** Makes columns of numbers as wide as their longest value. The style sheet holds their minimum widths. */
export function setColumnWidths(events: readonly TraceEvent[]): void {
	let [time, delta] = [0, 0];
	for (const [position, {at}] of events.entries()) {
		time = Math.max(time, bareMilliseconds(at).length);
		delta = Math.max(delta, sinceLast(events, position).length);
	}

	setWidth('n', String(events.length).length);
	setWidth('t', time);
	setWidth('d', delta);
}

/** `length` is in characters. */
function setWidth(column: string, length: number): void {
	const element = document.querySelector<HTMLElement>(`col.${column}`);
	if (length > 5 && element !== null) {
		element.style.width = `${length * 0.62 + 1.2}em`;
	}
}
