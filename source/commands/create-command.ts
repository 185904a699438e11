import {Command, Option} from 'commander';
import type {OptionVariable} from '../config/resolve-options.js';
import {currentApiVersion, olderApiVersion, samplingFields} from '../messages/request/check-request.js';
import type {CommandEntry, CommandModule} from './command-module.js';
import {type OptionName, options} from './options.js';
import {UsageError} from './usage-error.js';
import {version} from './version.js';

/**
 * Creates Commander's command with the shared options, its own options, and help. `others` are the commands to list in the help. Only the
 * default command, which runs without a name, lists them.
 */
export function createCommand(
	{name, summary}: CommandEntry,
	{takes, helps = {}, declare, examples}: CommandModule,
	others: readonly CommandEntry[],
): Command {
	const command = new Command(others.length > 0 ? 'streamscope' : `streamscope ${name}`)
		.description(sentence(summary))
		.helpOption('-h, --help', 'show this help')
		.configureHelp({optionDescription: option => option.description})
		.exitOverride();
	declare?.(command);
	for (const option of takes) {
		addOption(command, option, helps);
	}

	if (takes.includes('set')) {
		addRefusedOptions(command);
	}

	if (others.length > 0) {
		command.version(version, '-V, --version', 'show the version');
		const width = Math.max(...others.map(other => other.name.length));
		const list = others.map(other => `  ${other.name.padEnd(width)}  ${other.summary}`);
		command.usage('[command] [options] [question]');
		command.addHelpText(
			'after',
			`\nCommands:\n${list.join('\n')}\n\nstreamscope <command> --help describes one command.`,
		);
	}

	if (examples.length > 0) {
		const width = Math.max(...examples.map(([line]) => line.length));
		const lines = examples.map(([line, does]) => `  ${line.padEnd(width)}  ${does}`);
		command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
	}

	return command;
}

/** The shared options that were on the command line, by name: texts, and true or false for switches. */
export function givenFlags(
	command: Command,
	takes: readonly OptionName[],
): Readonly<Partial<Record<OptionName, unknown>>> {
	const given = takes.flatMap(name => {
		const attribute = attributeOf(name);
		return attribute !== null && command.getOptionValueSource(attribute) === 'cli'
			? [[name, command.getOptionValue(attribute)] as const]
			: [];
	});
	return Object.fromEntries(given);
}

function addOption(command: Command, name: OptionName, helps: Readonly<Record<string, string>>): void {
	const {listed, flags, fallback, group, variables, isRepeated} = options[name];
	for (const [index, {flag, help}] of listed.entries()) {
		const words = helps[flag] ?? (index === 0 ? withSources(help, fallback, variables) : help);
		const option = new Option(flag, words).helpGroup(`${group}:`);
		if (isRepeated) {
			option.argParser((value: string, before: readonly string[] = []) => [...before, value]);
		}

		// A value that was left out means the first one.
		command.addOption(flag.endsWith(']') ? option.preset('chat') : option);
	}

	for (const flag of flags.slice(listed.length)) {
		command.addOption(new Option(flag).hideHelp());
	}
}

/** Options that there were once: the API refuses what they ask for, and each says what to do. */
function addRefusedOptions(command: Command): void {
	for (const field of samplingFields) {
		const refuse = () => {
			throw new UsageError(
				`The API rejects ${field} since its version ${currentApiVersion}.`,
				`Leave it out. A gateway that still takes it: --api-version ${olderApiVersion} --set ${field}=1`,
			);
		};
		command.addOption(new Option(`--${field.replace('_', '-')} <n>`).hideHelp().argParser(refuse));
	}
}

/** The other sources of the value: the environment, then the default. */
function withSources(help: string, fallback: unknown, variables: readonly OptionVariable[]): string {
	const sources = [
		...(variables.length === 0 ? [] : [`or by ${variables.map(variable => variable.name).join(', ')}`]),
		...(typeof fallback === 'string' || typeof fallback === 'number' ? [String(fallback)] : []),
	];
	return sources.length === 0 ? help : `${help} (${sources.join('; ')})`;
}

/** Commander's name for an option's value: `altScreen` for `--no-alt-screen`. */
function attributeOf(name: OptionName): string | null {
	const [flag] = options[name].flags;
	return flag === undefined ? null : new Option(flag).attributeName();
}

function sentence(summary: string): string {
	return `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`;
}
