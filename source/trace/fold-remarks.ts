import {apiRemarks} from '../messages/api-remarks.js';
import type {JsonObject} from '../wire/json.js';
import type {Remark} from './exchange-view.js';

/** A server may send any number of them, of any length. Each event’s row shows its own. */
const maxKept = 24;
const maxLength = 300;

/** Adds what the fields of an event say beside the answer. The same remark is kept once. */
export function foldRemarks(
	remarks: readonly Remark[],
	fields: JsonObject,
	source: Remark['source'],
	position: number,
): readonly Remark[] {
	if (remarks.length >= maxKept) {
		return remarks;
	}

	const more = apiRemarks(fields)
		.map(text => (text.length > maxLength ? `${text.slice(0, maxLength)}…` : text))
		.filter(text => remarks.every(remark => remark.text !== text));
	return more.length === 0 ? remarks : [...remarks, ...more.map(text => ({text, position, source}))];
}
