import {printJson} from '../../wire/json.js';

const maxLength = 60;

/** Quotes a value from the wire in a message: as JSON, cut if it is long. */
export function quote(value: unknown): string {
	const text =
		value === undefined
			? 'nothing'
			: printJson(typeof value === 'string' ? value.slice(0, maxLength) : value);
	const isCut = text.length > maxLength || (typeof value === 'string' && value.length > maxLength);
	return isCut ? `${text.slice(0, maxLength)}…` : text;
}
