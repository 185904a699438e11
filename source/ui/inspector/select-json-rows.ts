import type {JsonHighlight} from '../../text/json-tree/json-layout.js';
import {type JsonRows, jsonRows} from '../../text/json-tree/json-rows.js';
import type {Trace} from '../../trace/trace.js';
import type {Screen} from '../screen/screen.js';

/** The last rows of each place that shows JSON. */
const known = new WeakMap<Trace, Map<string, JsonRows>>();

/** The rows of a JSON value at a named place. Unchanged parts are reused from the last call. */
export function selectJsonRows(
	{trace, folds}: Screen,
	place: 'message' | 'event' | 'presented',
	{
		value,
		width,
		highlight = null,
	}: {
		readonly value: unknown;
		readonly width: number;
		readonly highlight?: JsonHighlight | null;
	},
): JsonRows {
	const places = known.get(trace) ?? new Map<string, JsonRows>();
	known.set(trace, places);
	const rows = jsonRows(value, {folds, width: Math.max(2, width), highlight}, places.get(place));
	places.set(place, rows);
	return rows;
}
