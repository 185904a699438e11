import {CommanderError} from 'commander';
import {ConfigError} from '../config/config-error.js';
import {configFile} from '../config/config-file.js';
import {readConfig} from '../config/read-config.js';
import {resolveOptions} from '../config/resolve-options.js';
import {demoScenarios} from '../demo/scenario-names.js';
import {describeFailure, isSystemError} from '../text/describe-failure.js';
import {nearestName} from '../text/nearest-name.js';
import {sanitize} from '../text/sanitize.js';
import type {CommandContext, CommandEntry} from './command-module.js';
import {createCommand, givenFlags} from './create-command.js';
import {exitCodes} from './exit-code.js';
import {guardOutput, outputFlushed} from './guard-output.js';
import {fieldNames, options} from './options.js';
import {UsageError} from './usage-error.js';
import {withBell} from './with-bell.js';

/**
 * Runs the command that the arguments name, or the first one if they name none, and resolves to the exit code. The only place where errors
 * become messages.
 */
export async function runCommandLine(
	argv: readonly string[],
	commands: readonly [CommandEntry, ...CommandEntry[]],
	context: CommandContext,
): Promise<number> {
	const outputFailure = guardOutput(context);
	const code = await codeOf(run(argv, commands, context), context, outputFailure);
	await outputFlushed(context);
	const failure = outputFailure();
	if (failure === null) {
		return code;
	}

	context.stderr.write(`streamscope: cannot write the output: ${describeFailure(failure)}\n`);
	return exitCodes.failed;
}

async function codeOf(
	ended: Promise<number>,
	{stderr}: CommandContext,
	outputFailure: () => Error | null,
): Promise<number> {
	try {
		return await ended;
	} catch (error) {
		if (error instanceof CommanderError) {
			return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
		}

		if (error === outputFailure()) {
			return exitCodes.failed;
		}

		const isUsage = error instanceof UsageError || error instanceof ConfigError;
		stderr.write(`streamscope: ${sanitize(wordsOf(error))}\n`);
		return isUsage ? exitCodes.usage : exitCodes.failed;
	}
}

/** A bug is shown with its stack trace, a refusal of the system as a sentence. */
function wordsOf(error: unknown): string {
	if (error instanceof UsageError || error instanceof ConfigError) {
		return `${error.message}\n${error.hint}`;
	}

	if (isSystemError(error)) {
		return `${error.path ?? 'The system refuses'}: ${describeFailure(error, 'use')}.`;
	}

	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

async function run(
	argv: readonly string[],
	commands: readonly [CommandEntry, ...CommandEntry[]],
	context: CommandContext,
): Promise<number> {
	const [first, ...rest] = argv[0] === 'help' ? [...argv.slice(1), '--help'] : argv;
	const named = commands.find(({name}) => name === first);
	const [fallback, ...others] = commands;
	const entry = named ?? fallback;
	const {command: module} = await entry.load();
	const command = createCommand(entry, module, entry === fallback ? others : []);
	command.configureOutput({
		writeOut: text => context.stdout.write(text),
		writeErr: text => context.stderr.write(text),
		outputError: (text, write) =>
			write(`streamscope: ${sanitize(text.replace(/^error: /, ''))}See ${command.name()} --help.\n`),
	});

	// An extra argument is reported below, where the commands are known.
	const takesArguments = command.registeredArguments.length > 0;
	command.allowExcessArguments(!takesArguments || named === undefined);
	const line = named === undefined ? [first, ...rest].filter(word => word !== undefined) : rest;
	command.parse([...line], {from: 'user'});
	const [word] = command.args;
	const isMeant = named === undefined ? module.isArgument : () => takesArguments;
	if (word !== undefined && isMeant?.(command.args) !== true) {
		throw wrongArgument(word, commands);
	}

	const flags = givenFlags(command, module.takes);
	if (flags.demo === 'list') {
		context.stdout.write(scenarioList());
		return exitCodes.fine;
	}

	const {env} = context;
	const file = await readConfig(configFile(env), fieldNames);
	return module.run({
		args: command.args,
		own: command.opts(),
		options: withBell(resolveOptions(options, {flags, env, file})),
		configFile: file,
		context,
	});
}

function wrongArgument(word: string, commands: readonly CommandEntry[]): UsageError {
	const names = commands.map(({name}) => name);
	if (names.includes(word)) {
		return new UsageError(
			`The command ${word} must come first.`,
			`Put its options after it: streamscope ${word} …`,
		);
	}

	const nearest = nearestName(word, names);
	return new UsageError(
		`There is no command ${JSON.stringify(word)}.`,
		nearest === null
			? 'streamscope --help lists the commands. To ask Claude, put a question in quotes.'
			: `Did you mean ${nearest}?`,
	);
}

function scenarioList(): string {
	const width = Math.max(...demoScenarios.map(({name}) => name.length));
	return demoScenarios.map(({name, summary}) => `${name.padEnd(width)}  ${summary}\n`).join('');
}
