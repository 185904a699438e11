import type {JsonObject} from '../../wire/json.js';
import type {Filter} from '../filter/filter.js';

/** What is done to each event of a stream that passes a filter, on its way to a client. Times are milliseconds. */
export type Alteration = {readonly filter: Filter} & (
	| {readonly does: 'drop' | 'hold' | 'cut'}
	| {readonly does: 'delay'; readonly time: number}
	/** A merge patch for the event's JSON. */
	| {readonly does: 'edit'; readonly json: JsonObject}
	/** The data of another event. */
	| {readonly does: 'inject'; readonly where: 'before' | 'after'; readonly json: JsonObject}
);
