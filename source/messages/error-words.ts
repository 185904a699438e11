import {type Json, printJson} from '../wire/json.js';

/** The message of an error, or its kind, as text. Gateways send objects where the API has a string. `null` if it says nothing. */
export function errorWords(value: Json | undefined): string | null {
	if (value === undefined || value === null || value === '') {
		return null;
	}

	return typeof value === 'string' ? value : printJson(value);
}
