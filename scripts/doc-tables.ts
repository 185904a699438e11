// The tables of README.md and docs/, generated from the program's tables. Each is between `<!-- table: name -->` and `<!-- end of table -->`.

import {globSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {Command} from 'commander';
import {alterationForms} from '../source/analysis/alteration/alteration-forms.js';
import {filterFields, filterForms} from '../source/analysis/filter/filter-fields.js';
import {command as askCommand} from '../source/commands/ask/ask-command.js';
import type {CommandModule} from '../source/commands/command-module.js';
import {command as compareCommand} from '../source/commands/compare/compare-command.js';
import {command as drillCommand} from '../source/commands/drill/drill-command.js';
import {command as followCommand} from '../source/commands/follow/follow-command.js';
import {command as inspectCommand} from '../source/commands/inspect/inspect-command.js';
import {options} from '../source/commands/options.js';
import {advice} from '../source/commands/probe/path-advice.js';
import {command as probeCommand} from '../source/commands/probe/probe-command.js';
import {command as replayCommand} from '../source/commands/replay/replay-command.js';
import {command as serveCommand} from '../source/commands/serve/serve-command.js';
import {command as sessionsCommand} from '../source/commands/sessions/sessions-command.js';
import {command as tapCommand} from '../source/commands/tap/tap-command.js';
import type {FaultUnit} from '../source/demo/faults/fault.js';
import {faultRules} from '../source/demo/faults/fault-rules.js';
import {expectationParts} from '../source/demo/scenario-files/read-expectation.js';
import {scenarioWords} from '../source/demo/scenario-files/scenario-words.js';
import {demoScenarios} from '../source/demo/scenario-names.js';
import {caseFiles} from '../source/drill/case-files.js';
import {conformanceRules} from '../source/messages/conformance/conformance-rules.js';
import {blockTypes} from '../source/messages/vocabulary/blocks.js';
import {deltaTypes} from '../source/messages/vocabulary/deltas.js';
import {eventTypes} from '../source/messages/vocabulary/events.js';
import type {Explanation} from '../source/messages/vocabulary/explanation.js';
import {captureFormats} from '../source/recording/imports/capture-formats.js';
import {pairKeys} from '../source/ui/pair/pair-keys.js';
import {type KeyBinding, keymap} from '../source/ui/screen/keymap.js';
import {slashCommands} from '../source/ui/slash/slash-commands.js';
import {notifyingTerminals} from '../source/ui/terminal/notifying-terminals.js';

type Cells = readonly string[];

const contexts: Readonly<Record<KeyBinding['context'], string>> = {
	everywhere: 'everywhere',
	panes: 'every pane',
	presenting: 'every pane, while events are presented (F2)',
	start: 'start screen, while the prompt is empty',
	history: 'conversation',
	events: 'events',
	inspector: 'inspector',
	exchanges: 'exchanges',
	picker: 'list of columns',
	views: 'list of views',
	diff: 'two exchanges side by side',
	turns: 'list of turns',
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
	'pair keys': () => [['keys', 'what they do'], ...pairKeys.map(({keys, help}) => [codes(keys), help])],
	notifications: () => [
		['terminal', 'by'],
		...notifyingTerminals.map(({name, form}) => [name, form]),
		['any other', 'the bell'],
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
	'scenario words': () => [
		['word', 'example', 'what it does'],
		...scenarioWords.map(({name, example, summary}) => [`\`${name}\``, `\`${example}\``, summary]),
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
	'ask options': () => ownOptions(askCommand),
	'compare options': () => ownOptions(compareCommand),
	'inspect options': () => ownOptions(inspectCommand),
	'replay options': () => ownOptions(replayCommand),
	'follow options': () => ownOptions(followCommand),
	'sessions options': () => ownOptions(sessionsCommand),
	'serve options': () => ownOptions(serveCommand),
	'probe options': () => ownOptions(probeCommand),
	'path advice': () => [
		['in the headers of the answer', 'what usually mends it'],
		...advice.map(({sign, words}) => [sign, words]),
	],
	'tap options': () => ownOptions(tapCommand),
	alterations: () => [
		['change', 'what it does'],
		...alterationForms.map(({name, form, example, summary}) => [
			`\`${name} ${form}\``,
			`${summary}: \`${example}\``,
		]),
	],
	'drill options': () => ownOptions(drillCommand),
	'drill cases': () => [
		['case', 'what a good client does', 'faults'],
		...caseFiles.map(([name, text]) => {
			const faults = valueIn(text, 'faults');
			return [`\`${name}\``, valueIn(text, 'about'), faults && `\`${faults}\``];
		}),
	],
	expectation: () => [
		['part', 'what it says'],
		...expectationParts.map(({name, form, summary}) => [`\`${name}=${form}\``, summary]),
	],
	faults: () => [
		['fault', 'what it does'],
		...[...faultRules.values()].map(({name, unit, usual, summary}) => [
			`\`${name}\``,
			`${summary}${usualWords(unit, usual)}`,
		]),
	],
	'filter fields': () => [
		['field', 'finds events'],
		...filterFields.map(({example, summary}) => [`\`${example}\``, summary]),
	],
	'filter forms': () => [
		['form', 'means'],
		...filterForms.map(({example, summary}) => [`\`${example}\``, summary]),
	],
	rules: () => [
		['rule', 'severity', 'what it asks'],
		...conformanceRules.map(({name, severity, title}) => [`\`${name}\``, severity, title]),
	],
	captures: () => [
		['what', 'written by', 'times'],
		...captureFormats.map(({title, writers, times}) => [title, writers, times]),
	],
	events: () => [
		['event', 'sign', 'what it is for', 'its payload'],
		...eventTypes.map(({name, sign, explanation}) => [`\`${name}\``, sign, ...explained(explanation)]),
	],
	blocks: () => [
		['block', 'its deltas', 'what it is for', 'its payload'],
		...blockTypes.map(({name, isBeta, deltas, explanation}) => [
			`\`${name}\`${isBeta ? ' (beta)' : ''}`,
			codes(deltas),
			...explained(explanation),
		]),
	],
	deltas: () => [
		['delta', 'what it is for', 'its payload'],
		...deltaTypes.map(({name, explanation}) => [`\`${name}\``, ...explained(explanation)]),
	],
};

/** The paths of the pages that may hold tables. */
export function docPages(): readonly string[] {
	const root = fileURLToPath(new URL('..', import.meta.url));
	return ['README.md', ...globSync('docs/*.md', {cwd: root}).sort()].map(page => `${root}${page}`);
}

/** A page with its tables regenerated. Throws for an unknown table. */
export function withTables(page: string): string {
	return page.replace(
		/<!-- table: ([a-z ]+) -->[\s\S]*?<!-- end of table -->/g,
		(_, name: string) => `<!-- table: ${name} -->\n\n${tableOf(name)}\n\n<!-- end of table -->`,
	);
}

function tableOf(name: string): string {
	const make = tables[name];
	if (make === undefined) {
		throw new Error(
			`A page asks for a table ${JSON.stringify(name)}; there are ${Object.keys(tables).join(', ')}.`,
		);
	}

	const [head = [], ...rows] = make();
	return [head, head.map(() => '---'), ...rows]
		.map(cells => `| ${cells.map(escapeCell).join(' | ')} |`)
		.join('\n');
}

/** The value of a word in the first line that has it, or an empty text. */
function valueIn(scenario: string, word: string): string {
	return new RegExp(`^${word}: (.*)$`, 'm').exec(scenario)?.[1] ?? '';
}

function ownOptions({declare}: Pick<CommandModule<never>, 'declare'>): readonly Cells[] {
	const declared = new Command();
	declare?.(declared);
	return [
		['option', 'what it does'],
		...declared.options.map(({flags, description}) => [`\`${flags}\``, description]),
	];
}

function usualWords(unit: FaultUnit, usual: number): string {
	switch (unit) {
		case 'none':
			return '';
		case 'count':
			return usual > 1000 ? '' : ` N is ${usual} if it is not given.`;
		case 'time':
			return ` N is ${usual / 1000}s if it is not given.`;
	}
}

function explained({purpose, payload}: Explanation): Cells {
	return [purpose, payload];
}

function codes(keys: readonly string[]): string {
	return keys.map(key => `\`${key}\``).join(' ');
}

function escapeCell(text: string): string {
	return text.replaceAll('|', '\\|');
}
