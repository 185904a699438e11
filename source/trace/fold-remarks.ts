import {apiRemarks} from '../messages/api-remarks.js';
import type {JsonObject} from '../wire/json.js';
import type {Remark} from './exchange-view.js';

/** Adds what the fields of an event say beside the answer. The same remark is kept once. */
export function foldRemarks(
	remarks: readonly Remark[],
	fields: JsonObject,
	source: Remark['source'],
	position: number,
): readonly Remark[] {
	const more = apiRemarks(fields).filter(text => remarks.every(remark => remark.text !== text));
	return more.length === 0 ? remarks : [...remarks, ...more.map(text => ({text, position, source}))];
}
