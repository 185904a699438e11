import {type Json, printJson} from '../wire/json.js';

/** What an error says, or its kind, as text: gateways send objects where the API has a string. `null` where it says nothing. */
export function errorWords(value: Json | undefined): string | null {
	if (value === undefined || value === null || value === '') {
		return null;
	}

	return typeof value === 'string' ? value : printJson(value);
}
