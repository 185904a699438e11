import {type JsonObject, objectAt, stringAt} from '../wire/json.js';

/**
 * Why a model declined, if the API says so: `stop_details` of `message_delta`, `RefusalStopDetails` in the SDK's
 * resources/messages/messages.d.ts. `recommendedModel` is the model that the server suggests asking instead.
 */
export type StopDetails = {
	readonly category: string | null;
	readonly explanation: string | null;
	readonly recommendedModel: string | null;
};

/** The details in the fields of a message or a `message_delta`, or `null` if none were sent. */
export function stopDetails(fields: JsonObject | undefined): StopDetails | null {
	const details = objectAt(fields, 'stop_details');
	const read = {
		category: stringAt(details, 'category') || null,
		explanation: stringAt(details, 'explanation') || null,
		recommendedModel: stringAt(details, 'recommended_model') || null,
	};
	return Object.values(read).every(value => value === null) ? null : read;
}

/** The details on one line: `cyber: This request was declined … The API recommends claude-….` */
export function stopDetailsText({category, explanation, recommendedModel}: StopDetails): string {
	const why = [category, explanation].filter(part => part !== null).join(': ');
	const instead = recommendedModel === null ? '' : `The API recommends ${recommendedModel}.`;
	return [why, instead].filter(part => part !== '').join(' ');
}
