import type {Command} from 'commander';
import type {ConfigFile} from '../config/read-config.js';
import type {OptionName, ResolvedOptions} from './options.js';

/** What a command gets from outside. */
export type CommandContext = {
	readonly env: NodeJS.ProcessEnv;
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	readonly stderr: NodeJS.WriteStream;
};

/** One call of a command. `Own` is its own options, as commander reads them. */
export type Invocation<Own = Readonly<Record<string, unknown>>> = {
	/** The arguments that are not options. */
	readonly args: readonly string[];
	readonly own: Own;
	readonly options: ResolvedOptions;
	readonly configFile: ConfigFile;
	readonly context: CommandContext;
};

/**
 * What a command's file exports as `command`. It is loaded only when the command or its help is called. `run` resolves to the exit
 * code. If it throws a `UsageError` or `ConfigError`, the program prints a message and exits with 2; any other error exits with 1.
 */
export type CommandModule<Own = Readonly<Record<string, unknown>>> = {
	/** The common options that it takes. */
	readonly takes: readonly OptionName[];
	/** Help texts by flag, for common options whose meaning is narrower here. */
	readonly helps?: Readonly<Record<string, string>>;
	/** For the command that runs without a name: whether the arguments are for it, and not a misspelt command. */
	readonly isArgument?: (args: readonly string[]) => boolean;
	/** Adds its arguments and its own options. */
	readonly declare?: (command: Command) => void;
	/** Example command lines for the help, each with a description. */
	readonly examples: ReadonlyArray<readonly [line: string, does: string]>;
	run(invocation: Invocation<Own>): Promise<number>;
};

/** A command before it is loaded. */
export type CommandEntry = {
	readonly name: string;
	/** One line for the list of commands, without a capital or a full stop. */
	readonly summary: string;
	readonly load: () => Promise<{readonly command: CommandModule}>;
};
