// The values that a setting accepts: one rule for the config file, the environment and the flags.

import * as v from 'valibot';
import {withoutUrlSecrets} from '../wire/url-secrets.js';

export type ValueKind<Value> = {
	/** The accepted values, as words after 'Use'. */
	readonly allowed: string;
	readonly schema: v.GenericSchema<unknown, Value>;
	/** Turns the text of a flag or a variable into the value as in the config file. */
	readonly fromText: (text: string) => unknown;
	/** The accepted values, where they can be listed. */
	readonly names?: readonly string[];
	/** How a message shows a text that may hold a credential. */
	readonly masked?: (text: string) => string;
};

const numberOrText = (text: string): unknown => (/^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text);

export const anyText: ValueKind<string> = {
	allowed: 'a text',
	schema: v.string(),
	fromText: text => text,
};

export const filledText: ValueKind<string> = {
	allowed: 'a text that is not empty',
	schema: v.pipe(v.string(), v.regex(/\S/)),
	fromText: text => text,
};

export const onOrOff: ValueKind<boolean> = {
	allowed: 'true or false',
	schema: v.boolean(),
	fromText: text => (text === 'true' ? true : text === 'false' ? false : text),
	names: ['true', 'false'],
};

/** A file's name, or whether to use one. */
export const fileOrSwitch: ValueKind<string | boolean> = {
	allowed: 'a file',
	schema: v.union([filledText.schema, onOrOff.schema]),
	fromText: text => text,
};

export const wholeNumber = (least: number): ValueKind<number> => ({
	allowed: `a whole number from ${least}`,
	schema: v.pipe(v.number(), v.safeInteger(), v.minValue(least)),
	fromText: numberOrText,
});

export const decimal = (least: number, most?: number): ValueKind<number> => ({
	allowed: `a number from ${least}${most === undefined ? '' : ` to ${most}`}`,
	schema: v.pipe(v.number(), v.finite(), v.minValue(least), v.maxValue(most ?? Number.MAX_VALUE)),
	fromText: numberOrText,
});

export const oneOf = <const Name extends string>(names: readonly Name[]): ValueKind<Name> => ({
	allowed: listed(names),
	schema: v.picklist(names),
	fromText: text => text,
	names,
});

/** The kind's values, or a file, which is told from them by how it is written. */
export const orFile = (kind: ValueKind<string>, isFile: (text: string) => boolean): ValueKind<string> => ({
	...kind,
	allowed: `${kind.allowed}, or a file`,
	schema: v.union([kind.schema, v.pipe(v.string(), v.check(isFile))]),
});

/** A list of some of the names, also as one text with commas or blanks between them. In the order of `names`, each once. */
export const listOf = <const Name extends string>(names: readonly Name[]): ValueKind<readonly Name[]> => ({
	allowed: `some of ${listed(names)}, with commas between them`,
	schema: v.pipe(
		v.array(v.picklist(names)),
		v.transform(chosen => names.filter(name => chosen.includes(name))),
	),
	fromText: text => text.split(/[\s,]+/).filter(name => name !== ''),
});

/** The kind's values, or one word that means `value`. */
export const orWord = <Value, const Word extends string, const Meaning>(
	kind: ValueKind<Value>,
	word: Word,
	value: Meaning,
): ValueKind<Value | Meaning> => ({
	allowed: `${kind.allowed}, or ${word}`,
	schema: v.union([
		kind.schema,
		v.pipe(
			v.literal(word),
			v.transform(() => value),
		),
	]),
	fromText: text => (text === word ? text : kind.fromText(text)),
	names: [...(kind.names ?? []), word],
});

/** The kind's values, or `value` for the switch that turns it off. */
export const orSwitchedOff = <Value, const Off>(
	kind: ValueKind<Value>,
	value: Off,
): ValueKind<Value | Off> => ({
	...kind,
	schema: v.union([
		kind.schema,
		v.pipe(
			v.literal(false),
			v.transform(() => value),
		),
	]),
});

/** The address of an API. A user, a password or a query is refused, because it could be a credential and would reach the screen. */
export const apiAddress: ValueKind<string> = {
	allowed: 'an address like https://api.example.com, without a user, a password or a query',
	schema: v.pipe(v.string(), v.check(isPlainAddress)),
	fromText: text => text,
	masked: withoutUrlSecrets,
};

/** Texts by their names. */
export const namedTexts: ValueKind<Readonly<Record<string, string>>> = {
	allowed: 'an object like {"tools": "type:json"}: names, each with a filter',
	schema: v.pipe(
		v.unknown(),
		v.check(value => !Array.isArray(value)),
		v.record(v.string(), v.pipe(v.string(), v.regex(/\S/))),
	),
	fromText: text => text,
};

/** Keys by the name of an action: one key, or a list. */
export const keyOverrides: ValueKind<Readonly<Record<string, readonly string[]>>> = {
	allowed: 'an object like {"nextPane": "tab"}: actions, each with a key or a list of keys',
	schema: v.pipe(
		v.unknown(),
		v.check(value => !Array.isArray(value)),
		v.record(
			v.string(),
			v.union([
				v.pipe(
					v.string(),
					v.transform(key => [key]),
				),
				v.array(v.string()),
			]),
		),
	),
	fromText: text => text,
};

function isPlainAddress(text: string): boolean {
	const url = URL.parse(text);
	return (
		url !== null &&
		/^https?:$/.test(url.protocol) &&
		[url.username, url.password, url.search, url.hash].every(part => part === '')
	);
}

function listed(names: readonly string[]): string {
	return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
