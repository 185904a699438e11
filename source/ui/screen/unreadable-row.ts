import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {faultOf} from '../../trace/fence.js';

/** A row in place of something that could not be processed. `position` is the event's position, if it is an event. */
export function unreadableRow(thing: object, position: number | null = null): Row {
	const number = position === null ? '' : `${String(position + 1).padStart(5)} `;
	return [segment(number, 'dim'), segment(`could not be read: ${sanitizeLine(faultOf(thing) ?? '')}`, 'bad')];
}
