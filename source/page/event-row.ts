import {summarize} from '../analysis/event-summary.js';
import type {TraceEvent} from '../trace/trace-event.js';
import {bareMilliseconds} from './bare-milliseconds.js';
import {eventColour} from './event-colour.js';
import {make} from './make.js';

export type EventRowOptions = {
	readonly playhead: number;
	readonly hasTimes: boolean;
	/** The note of its bookmark, `''` for a bookmark without one. */
	readonly note?: string | undefined;
};

/** The table row of the event at a position. Events from the playhead on have not arrived yet. */
export function eventRow(
	events: readonly TraceEvent[],
	position: number,
	{playhead, hasTimes, note}: EventRowOptions,
	onClick: () => void,
): HTMLElement {
	const row = make('tr', position < playhead ? '' : 'gone');
	const event = events[position];
	if (event === undefined) {
		return row;
	}

	const {name, block, detail} = summarize(event);
	row.classList.add(eventColour(event));
	row.append(
		make('td', 'number', position + 1),
		make('td', 'number', hasTimes ? bareMilliseconds(event.at) : ''),
		make('td', 'number d', hasTimes ? sinceLast(events, position) : ''),
		make('td', 'name', name),
		make('td', 'number b', block ?? ''),
		make('td', '', note === undefined ? detail : `◈ ${note}${note === '' ? '' : ' · '}${detail}`),
	);
	row.classList.toggle('bookmark', note !== undefined);
	row.setAttribute('aria-rowindex', String(position + 1));
	if (position === playhead - 1) {
		row.setAttribute('aria-current', 'true');
	}

	row.addEventListener('click', onClick);
	return row;
}

/** The milliseconds since the previous event, as text. Empty for the first event. */
export function sinceLast(events: readonly TraceEvent[], position: number): string {
	const [before, event] = [events[position - 1], events[position]];
	return before === undefined || event === undefined ? '' : bareMilliseconds(event.at - before.at);
}
