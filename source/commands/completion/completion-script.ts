/** A flag as shells complete it. Without choices its value is completed as a file. */
export type CompletedFlag = {
	readonly flag: string;
	readonly help: string;
	readonly takesValue: boolean;
	readonly choices: readonly string[];
};

export type CompletedCommand = {
	readonly name: string;
	readonly summary: string;
	readonly flags: readonly CompletedFlag[];
};

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

export function isShell(name: string): name is Shell {
	return shells.some(shell => shell === name);
}

type Script = (commands: readonly CompletedCommand[]) => string;

/** The script of each shell. The first command also runs without its name. */
export const completionScripts: Readonly<Record<Shell, Script>> = {bash, zsh, fish};

function bash(commands: readonly CompletedCommand[]): string {
	const words = (list: readonly string[]) =>
		`COMPREPLY=($(compgen -W ${quote(list.join(' '))} -- "$current"))`;
	return `_streamscope() {
	local current=\${COMP_WORDS[COMP_CWORD]}
	COMPREPLY=()
	case \${COMP_WORDS[COMP_CWORD - 1]} in
${withChoices(commands)
	.map(({flag, choices}) => `	${flag}) ${words(choices)}; return ;;`)
	.join('\n')}
	esac
	if [[ $current == -* ]]; then
		case \${COMP_WORDS[1]} in
${cases(commands, ({flags}) => words(flags.map(({flag}) => flag)))}
		esac
	elif ((COMP_CWORD == 1)); then
		${words(commands.map(({name}) => name))}
	fi
}
complete -o default -F _streamscope streamscope
`;
}

function zsh(commands: readonly CompletedCommand[]): string {
	const described = (name: string, help: string) => quote(`${name.replaceAll(':', '\\:')}:${help}`);
	return `#compdef streamscope
_streamscope() {
	local -a found
	case $words[CURRENT-1] in
${withChoices(commands)
	.map(({flag, choices}) => `	${flag}) compadd -- ${choices.join(' ')}; return ;;`)
	.join('\n')}
	esac
	if [[ $PREFIX == -* ]]; then
		case $words[2] in
${cases(commands, ({flags}) => `found=(${flags.map(({flag, help}) => described(flag, help)).join(' ')})`)}
		esac
		_describe -o option found
	elif ((CURRENT == 2)); then
		found=(${commands.map(({name, summary}) => described(name, summary)).join(' ')})
		_describe command found
	else
		_files
	fi
}
compdef _streamscope streamscope
`;
}

function fish(commands: readonly CompletedCommand[]): string {
	const lines = commands.flatMap(({name, summary, flags}, index) => {
		const isNamed = `__fish_seen_subcommand_from ${name}`;
		const where = index === 0 ? `__fish_use_subcommand; or ${isNamed}` : isNamed;
		return [
			`complete -c streamscope -n __fish_use_subcommand -a ${name} -d ${quote(summary)}`,
			...flags.map(({flag, help, takesValue, choices}) => {
				const value = choices.length > 0 ? ` -x -a ${quote(choices.join(' '))}` : takesValue ? ' -r' : '';
				return `complete -c streamscope -n ${quote(where)} -l ${flag.slice(2)}${value} -d ${quote(help)}`;
			}),
		];
	});
	return `${lines.join('\n')}\n`;
}

/** One branch for each command; the last one stands for the first command, which needs no name. */
function cases(commands: readonly CompletedCommand[], branch: (command: CompletedCommand) => string): string {
	const [first, ...others] = commands;
	const lines = others.map(command => `		${command.name}) ${branch(command)} ;;`);
	return [...lines, ...(first ? [`		*) ${branch(first)} ;;`] : [])].join('\n');
}

function withChoices(commands: readonly CompletedCommand[]): readonly CompletedFlag[] {
	const flags = commands.flatMap(command => command.flags.filter(({choices}) => choices.length > 0));
	return [...new Map(flags.map(flag => [flag.flag, flag])).values()];
}

/** In single quotes, so that no shell reads anything in it. */
function quote(text: string): string {
	return `'${text.replaceAll("'", '’')}'`;
}
