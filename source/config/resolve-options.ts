import * as v from 'valibot';
import {parseJson} from '../wire/json.js';
import {ConfigError} from './config-error.js';
import type {ConfigFile} from './read-config.js';
import type {ValueKind} from './value-kind.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable that sets an option. `read` turns its text into the value as in the config file; `undefined` if it sets none. */
export type OptionVariable = {
	readonly name: string;
	readonly read?: (text: string, environment: Environment) => unknown;
};

/** The sources of an option and the values that it accepts. */
export type OptionSource<Value> = {
	readonly kind: ValueKind<Value>;
	readonly fallback: Value;
	/** Its flags as written on the command line, such as `--model <name>`. The flag that turns it off starts with `--no-`. */
	readonly flags: readonly string[];
	/** The values that the config file's field of this name accepts; `null` if there is no such field. */
	readonly field: ValueKind<Value> | null;
	/** The first one that sets a value counts. */
	readonly variables: readonly OptionVariable[];
};

export type OptionSources<Values> = {readonly [Name in keyof Values]: OptionSource<Values[Name]>};

/** The source of a value. `name` is the variable or the flag. */
export type Origin =
	| {readonly from: 'default'}
	| {readonly from: 'file'}
	| {readonly from: 'environment'; readonly name: string}
	| {readonly from: 'flag'; readonly name: string};

export type Resolved<Values> = {
	readonly values: Values;
	readonly origins: {readonly [Name in keyof Values]: Origin};
};

export type Settings = {
	/** The flags on the command line, by the option's name: texts, and true or false for switches. */
	readonly flags: Readonly<Record<string, unknown>>;
	readonly env: Environment;
	readonly file: ConfigFile;
};

type Found = {
	readonly origin: Origin;
	readonly value: unknown;
	readonly where: string;
	readonly kind: ValueKind<unknown>;
};

/**
 * Every option's value and its source. A flag wins over the environment, the environment over the config file, and the config file over
 * the default. Throws a `ConfigError` for a value that an option does not accept, even if another source wins.
 */
export function resolveOptions<Values>(sources: OptionSources<Values>, settings: Settings): Resolved<Values> {
	const values: Record<string, unknown> = {};
	const origins: Record<string, Origin> = {};
	for (const [name, source] of Object.entries<OptionSource<unknown>>(sources)) {
		const [first] = [
			fromFlag(name, source, settings),
			fromEnvironment(source, settings),
			fromFile(name, source, settings),
		]
			.filter(found => found !== null)
			.map(found => ({value: checked(found), origin: found.origin}));
		values[name] = first === undefined ? source.fallback : first.value;
		origins[name] = first?.origin ?? {from: 'default'};
	}

	return {values, origins} as Resolved<Values>;
}

function fromFlag(name: string, {flags, kind}: OptionSource<unknown>, settings: Settings): Found | null {
	const given = settings.flags[name];
	if (given === undefined) {
		return null;
	}

	const spelled = flags.find(flag => flag.startsWith('--no-') === (given === false)) ?? name;
	const flag = spelled.replace(/ .*/, '');
	return {
		origin: {from: 'flag', name: flag},
		value: typeof given === 'string' ? kind.fromText(given) : given,
		where: flag,
		kind,
	};
}

function fromEnvironment({variables, kind}: OptionSource<unknown>, {env}: Settings): Found | null {
	for (const {name, read = kind.fromText} of variables) {
		const text = env[name];
		const value = text ? read(text, env) : undefined;
		if (value !== undefined) {
			return {origin: {from: 'environment', name}, value, where: `The variable ${name}`, kind};
		}
	}

	return null;
}

function fromFile(name: string, {field}: OptionSource<unknown>, {file}: Settings): Found | null {
	return field !== null && Object.hasOwn(file.fields, name)
		? {
				origin: {from: 'file'},
				value: file.fields[name],
				where: `${file.path}: the field ${JSON.stringify(name)}`,
				kind: field,
			}
		: null;
}

/** Reads the text that a person typed for a field of the config file. `field` is what the file then holds. Throws a `ConfigError`. */
export function readField(
	kind: ValueKind<unknown>,
	name: string,
	text: string,
): {readonly field: unknown; readonly value: unknown} {
	const json = /^[[{]/.test(text) ? parseJson(text) : undefined;
	const field = json ?? kind.fromText(text);
	return {field, value: checked({value: field, where: name, kind})};
}

function checked({value, where, kind}: Omit<Found, 'origin'>): unknown {
	const result = v.safeParse(kind.schema, value);
	if (result.success) {
		return result.output;
	}

	const [issue] = result.issues;
	const inner = v.getDotPath(issue);
	throw new ConfigError(
		inner === null
			? `${where} cannot be ${shown(value, kind)}.`
			: `${where} cannot have ${shown(issue.input, kind)} in ${JSON.stringify(inner)}.`,
		`Use ${kind.allowed}.`,
	);
}

/** Formats a value for a message: short, on one line, without credentials. */
function shown(value: unknown, {masked}: ValueKind<unknown>): string {
	const text = jsonOf(typeof value === 'string' && masked ? masked(value) : value).replaceAll(
		/\/\/[^/@"]*@/g,
		'//…@',
	);
	return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function jsonOf(value: unknown): string {
	try {
		return JSON.stringify(value) ?? String(value);
	} catch {
		// JSON.parse accepts lists nested so deeply that JSON.stringify runs out of stack.
		return Array.isArray(value) ? '[…]' : '{…}';
	}
}
