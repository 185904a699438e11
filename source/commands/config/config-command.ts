import type {Command} from 'commander';
import {createClient, hasCredential} from '../../client/create-client.js';
import {alignRows} from '../../text/align-rows.js';
import {type KeyMap, keymap} from '../../ui/screen/keymap.js';
import {chosenKeymap} from '../chosen-keymap.js';
import type {CommandModule} from '../command-module.js';
import {exitCodes} from '../exit-code.js';
import {optionNames} from '../options.js';
import {requestClient} from '../request-options.js';
import {type ConfigReport, configReport, reportRows} from './config-report.js';

type ConfigFlags = {readonly json?: true; readonly keys?: true};

/** Shows the settings in force and where each comes from. Never shows a credential, only whether the SDK finds one. */
export const command: CommandModule<ConfigFlags> = {
	takes: optionNames,
	declare(command: Command) {
		command
			.option('--json', 'print as JSON')
			.option('--keys', 'list the key map: where, which keys, which action');
	},
	examples: [
		['streamscope config', 'list every option, its value and its source'],
		['streamscope config --keys', 'list the actions for the field "keys"'],
	],
	async run({own, options, configFile, context: {env, stdout}}) {
		const print = (keys: KeyMap) => stdout.write(own.json ? json(keys) : alignRows(keyRows(keys)));
		let chosen: KeyMap;
		try {
			chosen = chosenKeymap(options.values, configFile);
		} catch (error) {
			// A user who misspelt an action needs the list of actions.
			if (own.keys) {
				print(keymap);
			}

			throw error;
		}

		if (own.keys) {
			print(chosen);
			return exitCodes.fine;
		}

		const isFound = await hasCredential(createClient(requestClient(options)));
		const report = configReport(options, configFile, env, isFound);
		stdout.write(own.json ? json(report) : text(report, stdout.columns));
		return exitCodes.fine;
	},
};

function json(value: unknown): string {
	return `${JSON.stringify(value, null, 2)}\n`;
}

function text(report: ConfigReport, columns: number | undefined): string {
	const {options, circumstances} = reportRows(report);
	// Half of a terminal's width leaves room for the columns beside the values.
	const widest = columns === undefined ? undefined : Math.max(20, Math.floor(columns / 2));
	return `${alignRows(options, widest)}\n${alignRows(circumstances)}`;
}

function keyRows(keymap: KeyMap): readonly (readonly string[])[] {
	return [
		['Where', 'Keys', 'Action', 'What it does'],
		...keymap.map(({context, keys, action, help}) => [context, keys.join(' '), action, help]),
	];
}
