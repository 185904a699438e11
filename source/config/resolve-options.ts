import * as v from 'valibot';
import {ConfigError} from './config-error.js';
import type {ConfigFile} from './read-config.js';
import type {ValueKind} from './value-kind.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable that sets an option. `read` says what its text means for the option, as the config file would hold it; `undefined` is nothing. */
export type OptionVariable = {
	readonly name: string;
	readonly read?: (text: string, environment: Environment) => unknown;
};

/** Where an option may come from, and what it may hold. */
export type OptionSource<Value> = {
	readonly kind: ValueKind<Value>;
	readonly fallback: Value;
	/** Its flags as the command line spells them: `--model <name>`; the one that turns off begins with `--no-`. */
	readonly flags: readonly string[];
	/** What the config file's field of the option's name may hold; `null` where there is no such field. */
	readonly field: ValueKind<Value> | null;
	/** The first one that says something counts. */
	readonly variables: readonly OptionVariable[];
};

export type OptionSources<Values> = {readonly [Name in keyof Values]: OptionSource<Values[Name]>};

/** Where a value came from. `name` is the variable or the flag. */
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
	/** What the command line said, by the option's name: texts, and true or false for switches. */
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
 * Every option's value and where it comes from: a flag goes before the environment, that before the config file, that before the
 * default. Throws a `ConfigError` for a value that an option does not take, also where another one counts instead.
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

function checked({value, where, kind}: Found): unknown {
	const result = v.safeParse(kind.schema, value);
	if (result.success) {
		return result.output;
	}

	const [issue] = result.issues;
	const inner = v.getDotPath(issue);
	throw new ConfigError(
		inner === null
			? `${where} holds ${shown(value, kind)}.`
			: `${where} holds ${shown(issue.input, kind)} in ${JSON.stringify(inner)}.`,
		`It takes ${kind.allowed}.`,
	);
}

/** A value as a message shows it: short, on one line, without credentials. */
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
		// JSON.parse reads lists nested so deeply that JSON.stringify runs out of stack.
		return Array.isArray(value) ? '[…]' : '{…}';
	}
}
