import {type JsonObject, objectAt, stringAt} from '../wire/json.js';

/**
 * Why a model declined, if the API says so: `stop_details` of `message_delta`, `RefusalStopDetails` in the SDK's
 * resources/messages/messages.d.ts.
 */
export type StopDetails = {
	readonly category: string | null;
	readonly explanation: string | null;
};

/** The details in the fields of a message or a `message_delta`, or `null` if none were sent. */
export function stopDetails(fields: JsonObject | undefined): StopDetails | null {
	const details = objectAt(fields, 'stop_details');
	const category = stringAt(details, 'category') || null;
	const explanation = stringAt(details, 'explanation') || null;
	return category === null && explanation === null ? null : {category, explanation};
}

/** The details on one line: `cyber: This request was declined …`. */
export function stopDetailsText({category, explanation}: StopDetails): string {
	return [category, explanation].filter(part => part !== null).join(': ');
}
