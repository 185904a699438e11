import {isObject, type Json} from '../../wire/json.js';

/**
 * A required field: its name, the path to the part of the event, block or delta that has it, and what it must be. `isLenient` means that
 * clients work without it, so that its absence is only a note.
 */
export type RequiredField = {
	readonly path: string;
	readonly parents: readonly string[];
	readonly name: string;
	readonly what: string;
	readonly isValid: (value: Json | undefined) => boolean;
	readonly isLenient?: true;
};

type Kind = Pick<RequiredField, 'what' | 'isValid' | 'isLenient'>;

export const string: Kind = {what: 'a string', isValid: value => typeof value === 'string'};
export const filled: Kind = {
	what: 'a filled string',
	isValid: value => typeof value === 'string' && value !== '',
};
export const count: Kind = {
	what: 'a whole number',
	isValid: value => Number.isInteger(value) && Number(value) >= 0,
};
export const countIfAny: Kind = {...count, isValid: value => value == null || count.isValid(value)};
export const object: Kind = {what: 'an object', isValid: isObject};
export const array: Kind = {what: 'an array', isValid: Array.isArray};
export const present: Kind = {what: 'there', isValid: value => value !== undefined};
export const index: Kind = {...count, what: 'an index'};
export const literal = (text: string): Kind => ({
	what: JSON.stringify(text),
	isValid: value => value === text,
});
export const lenient = (kind: Kind): Kind => ({...kind, isLenient: true});

/**
 * The required fields of a type, from paths such as `message.usage`. Only fields that every real stream has: optional fields and those added by
 * later versions are left out.
 */
export function required(kinds: {readonly [path: string]: Kind}): readonly RequiredField[] {
	return Object.entries(kinds).map(([path, kind]) => {
		const keys = path.split('.');
		return {path, parents: keys.slice(0, -1), name: keys.at(-1) ?? '', ...kind};
	});
}
