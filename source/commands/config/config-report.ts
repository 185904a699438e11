import type {ConfigFile} from '../../config/read-config.js';
import type {Environment, Origin} from '../../config/resolve-options.js';
import {dataFolder, sessionsFolder} from '../../recording/data-folder.js';
import {type OptionName, optionNames, type ResolvedOptions} from '../options.js';

/** The settings in force, as `streamscope config --json` prints them. */
export type ConfigReport = {
	readonly configFile: {readonly path: string; readonly isThere: boolean};
	readonly sessions: string;
	/** Whether the SDK finds a credential; nothing else about it is known. */
	readonly hasCredential: boolean;
	/** `null` leaves the value to the API or the SDK. */
	readonly options: Readonly<Record<string, {readonly value: unknown} & Origin>>;
	/** Variables that are set and change what the program does, except those that set an option. */
	readonly environment: Readonly<Record<string, string>>;
};

const variables = ['STREAMSCOPE_HOME', 'VISUAL', 'EDITOR', 'NO_COLOR', 'FORCE_COLOR', 'COLORFGBG'];

export function configReport(
	{values, origins}: ResolvedOptions,
	{path, isThere}: ConfigFile,
	env: Environment,
	hasCredential: boolean,
): ConfigReport {
	const option = (name: OptionName) => [name, {value: values[name] ?? null, ...origins[name]}] as const;
	return {
		configFile: {path, isThere},
		sessions: sessionsFolder(dataFolder(env)),
		hasCredential,
		options: Object.fromEntries(optionNames.map(option)),
		environment: Object.fromEntries(
			variables.map(name => [name, env[name] ?? ''] as const).filter(([, value]) => value !== ''),
		),
	};
}

/** The report as readable rows: first the options, then the environment. */
export function reportRows(report: ConfigReport): {
	readonly options: readonly (readonly string[])[];
	readonly circumstances: readonly (readonly string[])[];
} {
	const {configFile, sessions, hasCredential, environment} = report;
	return {
		options: [
			['Option', 'Value', 'From'],
			...Object.entries(report.options).map(([name, option]) => [
				name,
				valueWords(option.value),
				originWords(option),
			]),
		],
		circumstances: [
			['Config file', `${configFile.path}${configFile.isThere ? '' : ' (not there)'}`],
			['Sessions', sessions],
			[
				'Credential',
				hasCredential
					? 'found by the SDK: the chat talks to the API'
					: 'none found by the SDK: the chat talks to the demo',
			],
			...Object.entries(environment).map(([name, value]) => [`$${name}`, value]),
		],
	};
}

/** A value on one line. */
export function valueWords(value: unknown): string {
	return value === null ? '–' : typeof value === 'string' ? value : JSON.stringify(value);
}

/** Where a value comes from. */
export function originWords(option: Origin): string {
	switch (option.from) {
		case 'default': {
			return 'default';
		}

		case 'file': {
			return 'config file';
		}

		case 'environment': {
			return `$${option.name}`;
		}

		case 'flag': {
			return option.name;
		}
	}
}
