// The tables of the README, made from the tables of the program. Each stands between `<!-- table: name -->` and `<!-- end of table -->`.

import {Command} from 'commander';
import {options} from '../source/commands/options.js';
import {command as replayCommand} from '../source/commands/replay/replay-command.js';
import {demoScenarios} from '../source/demo/demo-scenarios.js';
import {conformanceRules} from '../source/messages/conformance/conformance-rules.js';
import {type KeyBinding, keymap} from '../source/ui/screen/keymap.js';
import {slashCommands} from '../source/ui/slash/slash-commands.js';

type Cells = readonly string[];

const contexts: Readonly<Record<KeyBinding['context'], string>> = {
	everywhere: 'everywhere',
	panes: 'every pane',
	history: 'conversation',
	events: 'events',
	inspector: 'inspector',
	help: 'help',
	prompt: 'prompt',
};

const tables: Readonly<Record<string, () => readonly Cells[]>> = {
	keys: () => [
		['where', 'keys', 'what they do'],
		...keymap
			.filter(({context}) => context !== 'prompt')
			.map(({context, keys, help}) => [contexts[context], codes(keys), help]),
	],
	'prompt keys': () => [
		['keys', 'what they do'],
		...keymap.filter(({context}) => context === 'prompt').map(({keys, help}) => [codes(keys), help]),
	],
	commands: () => [
		['command', 'what it does'],
		...slashCommands.map(({name, argument, summary}) => [
			`\`/${name}${argument === '' ? '' : ` ${argument}`}\``,
			summary,
		]),
	],
	scenarios: () => [
		['scenario', 'what it shows'],
		...demoScenarios.map(({name, summary}) => [`\`${name}\``, summary]),
	],
	options: () => [
		['option', 'what it does', 'environment', 'in config.json'],
		...Object.entries(options).flatMap(([name, {listed, variables, field}]) =>
			listed.map(({flag, help}, index) => [
				`\`${flag}\``,
				help,
				index === 0 ? codes(variables.map(variable => variable.name)) : '',
				index === 0 && field !== null ? `\`${name}\`` : '',
			]),
		),
	],
	'replay options': () => {
		const declared = new Command();
		replayCommand.declare?.(declared);
		return [
			['option', 'what it does'],
			...declared.options.map(({flags, description}) => [`\`${flags}\``, description]),
		];
	},
	rules: () => [
		['rule', 'severity', 'what it asks'],
		...conformanceRules.map(({name, severity, title}) => [`\`${name}\``, severity, title]),
	],
};

/** The README with its tables as the program has them now. Throws for a table that nobody makes. */
export function withTables(readme: string): string {
	return readme.replace(
		/<!-- table: ([a-z ]+) -->[\s\S]*?<!-- end of table -->/g,
		(_, name: string) => `<!-- table: ${name} -->\n\n${tableOf(name)}\n\n<!-- end of table -->`,
	);
}

function tableOf(name: string): string {
	const make = tables[name];
	if (make === undefined) {
		throw new Error(
			`README.md asks for a table ${JSON.stringify(name)}; there are ${Object.keys(tables).join(', ')}.`,
		);
	}

	const [head = [], ...rows] = make();
	return [head, head.map(() => '---'), ...rows]
		.map(cells => `| ${cells.map(escapeCell).join(' | ')} |`)
		.join('\n');
}

function codes(keys: readonly string[]): string {
	return keys.map(key => `\`${key}\``).join(' ');
}

function escapeCell(text: string): string {
	return text.replaceAll('|', '\\|');
}
