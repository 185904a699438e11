import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {faultOf} from '../../trace/fence.js';

/** What stands in the place of something on which the program failed. `position` is that of an event, where it is one. */
export function unreadableRow(thing: object, position: number | null = null): Row {
	const number = position === null ? '' : `${String(position + 1).padStart(5)} `;
	return [segment(number, 'dim'), segment(`could not be read: ${sanitizeLine(faultOf(thing) ?? '')}`, 'bad')];
}
