import type {CommandEntry, CommandModule} from '../command-module.js';
import {createCommand} from '../create-command.js';
import {exitCodes} from '../exit-code.js';
import {UsageError} from '../usage-error.js';
import {
	type CompletedCommand,
	type CompletedFlag,
	completionScripts,
	isShell,
	shells,
} from './completion-script.js';
import {flagChoices} from './flag-choices.js';

/** Prints the script that lets a shell complete the commands of `entries` and their flags. */
export function completionCommand(entries: readonly CommandEntry[]): CommandModule {
	return {
		takes: [],
		declare: command => command.argument('<shell>', shells.join(', ')),
		examples: [
			['source <(streamscope completion bash)', 'in ~/.bashrc'],
			['source <(streamscope completion zsh)', 'in ~/.zshrc, after compinit'],
			['streamscope completion fish | source', 'in ~/.config/fish/config.fish'],
		],
		async run({args: [shell = ''], context}) {
			if (!isShell(shell)) {
				throw new UsageError(`There is no completion for ${shell}.`, `Choose one of ${shells.join(', ')}.`);
			}

			const commands = await Promise.all(entries.map(describeCommand));
			context.stdout.write(completionScripts[shell](commands));
			return exitCodes.fine;
		},
	};
}

async function describeCommand(entry: CommandEntry): Promise<CompletedCommand> {
	const {command: module} =
		entry.name === 'completion' ? {command: completionCommand([])} : await entry.load();
	const {options} = createCommand(entry, module, []);
	const flags = options
		.filter(({hidden}) => !hidden)
		.flatMap(({long, description, required, optional}): CompletedFlag[] =>
			long
				? [{flag: long, help: description, takesValue: required || optional, choices: flagChoices(long)}]
				: [],
		);
	return {name: entry.name, summary: entry.summary, flags: [...flags, helpFlag]};
}

const helpFlag: CompletedFlag = {flag: '--help', help: 'show this help', takesValue: false, choices: []};
