import {printJson} from '../../wire/json.js';

const longest = 60;

/** A value from the wire for use in a message: as JSON, cut where it is long. */
export function quote(value: unknown): string {
	const text =
		value === undefined ? 'nothing' : printJson(typeof value === 'string' ? value.slice(0, longest) : value);
	const isCut = text.length > longest || (typeof value === 'string' && value.length > longest);
	return isCut ? `${text.slice(0, longest)}…` : text;
}
