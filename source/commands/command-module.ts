import type {Command} from 'commander';
import type {ConfigFile} from '../config/read-config.js';
import type {ExitCode} from './exit-code.js';
import type {OptionName, ResolvedOptions} from './options.js';

/** The world outside of a command. */
export type CommandContext = {
	readonly env: NodeJS.ProcessEnv;
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	readonly stderr: NodeJS.WriteStream;
};

/** One call of a command. `Own` are its own options as commander reads them. */
export type Invocation<Own = Readonly<Record<string, unknown>>> = {
	/** What is no option. */
	readonly args: readonly string[];
	readonly own: Own;
	readonly options: ResolvedOptions;
	readonly configFile: ConfigFile;
	readonly context: CommandContext;
};

/**
 * What a command's file exports as `command`. It is loaded only when the command is called, help included. `run` resolves to the exit
 * code; a `UsageError` or `ConfigError` that it throws becomes a message and the code 2, any other error the code 1.
 */
export type CommandModule<Own = Readonly<Record<string, unknown>>> = {
	/** The common options that it takes. */
	readonly takes: readonly OptionName[];
	/** What its help says of a flag of those, by the flag, where it means less here than elsewhere. */
	readonly helps?: Readonly<Record<string, string>>;
	/** Adds its arguments and its own options. */
	readonly declare?: (command: Command) => void;
	/** Command lines for the help, each with what it does. */
	readonly examples: ReadonlyArray<readonly [line: string, does: string]>;
	run(invocation: Invocation<Own>): Promise<ExitCode>;
};

/** A command before it is loaded. */
export type CommandEntry = {
	readonly name: string;
	/** One line for the list of commands, without a capital and a full stop. */
	readonly summary: string;
	readonly load: () => Promise<{readonly command: CommandModule}>;
};
