import {readFile} from 'node:fs/promises';
import {currentApiVersion, olderApiVersion, samplingFields} from '../messages/request/check-request.js';
import {describeFailure} from '../text/describe-failure.js';
import {nearestName} from '../text/nearest-name.js';
import {ConfigError} from './config-error.js';
import {parseConfigJson} from './parse-config-json.js';

/** The config file as read. Its fields have known names; their values are checked when they are used. */
export type ConfigFile = {
	readonly path: string;
	readonly isThere: boolean;
	readonly fields: Readonly<Record<string, unknown>>;
};

/**
 * Reads the config file; a missing file has no fields. Throws a `ConfigError` if the file cannot be read, is not JSON, or has a field that
 * is not in `names`.
 */
export async function readConfig(path: string, names: readonly string[]): Promise<ConfigFile> {
	const text = await readText(path);
	if (text === null) {
		return {path, isThere: false, fields: {}};
	}

	const fields = parseObject(path, text);
	for (const [name, value] of Object.entries(fields)) {
		if (!names.includes(name)) {
			throw unknownField(path, name, value, names);
		}
	}

	return {path, isThere: true, fields};
}

async function readText(path: string): Promise<string | null> {
	try {
		// Editors on Windows start a file with a byte order mark, which JSON does not allow.
		return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
	} catch (error) {
		const {code} = error as NodeJS.ErrnoException;
		if (code === 'ENOENT' || code === 'ENOTDIR') {
			return null;
		}

		throw new ConfigError(
			`Cannot read the config file: ${describeFailure(error, 'read')}.`,
			'Make it readable, or move it away.',
			{
				cause: error,
			},
		);
	}
}

/** Parses the text of a config file. Throws a `ConfigError` with the place of its fault. */
export function parseObject(path: string, text: string): Readonly<Record<string, unknown>> {
	const {value, fault} = parseConfigJson(text);
	if (fault !== null) {
		throw new ConfigError(
			`${path} is not JSON: line ${fault.line}, column ${fault.column}.`,
			'JSON needs double quotes around names and texts, and allows no comments and no comma after the last field.',
		);
	}

	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new ConfigError(
			`${path} is not a JSON object.`,
			'Write one object with a field for each setting, like {"theme": "dark"}.',
		);
	}

	return value as Readonly<Record<string, unknown>>;
}

function unknownField(path: string, name: string, value: unknown, names: readonly string[]): ConfigError {
	if (isCredentialName(name, value)) {
		return new ConfigError(
			`${path}: the field ${JSON.stringify(name)} looks like a credential. This file is easily shown or copied, so it must not contain one.`,
			'Remove it. The SDK finds a credential by itself, for example in ANTHROPIC_API_KEY.',
		);
	}

	const sampling = samplingFields.find(
		field => field.replace('_', '') === name.toLowerCase().replace('_', ''),
	);
	if (sampling !== undefined) {
		return new ConfigError(
			`${path}: the API rejects ${sampling} since its version ${currentApiVersion}.`,
			`Take the field out. A gateway that still takes it: "apiVersion": "${olderApiVersion}", "set": {"${sampling}": 1}.`,
		);
	}

	const nearest = nearestName(name, names);
	return new ConfigError(
		`${path}: unknown field ${JSON.stringify(name)}.`,
		nearest === null
			? `The fields are ${names.join(', ')}.`
			: `Did you mean ${JSON.stringify(nearest)}? The fields are ${names.join(', ')}.`,
	);
}

function isCredentialName(name: string, value: unknown): boolean {
	const plain = name.toLowerCase().replaceAll(/[^a-z]/g, '');
	return (
		/apikey|(auth|access|bearer|oauth)token$|^token$|secret|password|credential|authorization/.test(plain) ||
		// The field for keyboard keys holds an object, so it is allowed.
		(plain.endsWith('key') && typeof value === 'string')
	);
}
