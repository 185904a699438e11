import type {Command} from 'commander';
import {pricesWith} from '../../config/price-overrides.js';
import {nearestName} from '../../text/nearest-name.js';
import {ownAt} from '../../wire/json.js';
import type {CommandModule} from '../command-module.js';
import {exitCodes} from '../exit-code.js';
import {UsageError} from '../usage-error.js';
import {exportNames} from './export-source.js';
import {sessionsActions} from './sessions-actions.js';
import type {SessionsCall, SessionsFlags} from './sessions-call.js';

/** Manages the saved sessions without the chat. */
export const command: CommandModule<SessionsFlags> = {
	takes: [],
	declare(command: Command) {
		command
			.argument('[action]', `${Object.keys(sessionsActions).join(', ')}; default: list`)
			.argument('[session]', 'the id of a session, its last four digits, or a file')
			.argument('[title...]', 'the new title, for rename')
			.option('--json', 'list: print as JSON')
			.option('--forever', 'delete: delete for good, not into the trash')
			.option('--to <format>', `export: ${exportNames.join(', ')} (md)`)
			.option('--exchange <n>', 'export: export only this exchange')
			.option('--redact', 'export: replace texts by x of the same length, for a bug report')
			.option('--otel-content', 'export --to otlp: with prompts and answers')
			.option('--send', 'export --to otlp: send it to OTEL_EXPORTER_OTLP_ENDPOINT, do not print it')
			.option('--output <file>', 'export: write to this file, not to standard output')
			.option('--size <columns>x<rows>', 'export --to cast: the terminal’s size (100x30)')
			.option('--speed <factor>', 'export --to cast: the speed (1)')
			.option('--idle-limit <seconds>', 'export --to cast: the longest pause (2)')
			.option('--from <place>', 'export: begin at an event, a time or a bookmark, b1')
			.option('--until <place>', 'export: end at such a place, which is included')
			.option('--cast-version <n>', 'export --to cast: asciicast version 2 or 3 (2)')
			.option('--present', 'export --to cast: one event at a time, large, as F2 shows it');
	},
	examples: [
		['streamscope sessions', 'list the sessions, newest first'],
		['streamscope sessions rename 3fa9 Orchids', 'give a session a title'],
		[
			'streamscope sessions export 3fa9 --to html --output a.html',
			'export a page that plays it in a browser',
		],
		['streamscope sessions export a.har --to sse --exchange 2', 'export the bytes of one captured stream'],
		[
			'streamscope sessions export 3fa9 --to sse --from b1 --until b2',
			'export what lies between two bookmarks',
		],
		['streamscope sessions export 3fa9 --to cast --output a.cast', 'export a cast for asciinema'],
		['streamscope sessions export 3fa9 --to otlp --send', 'send spans of it to an OpenTelemetry collector'],
		['streamscope sessions undelete', 'list the trash; with an id, restore that session'],
		['streamscope sessions purge', 'empty the trash, which keeps sessions for 30 days'],
		['cd "$(streamscope sessions path)"', 'go to the folder of the sessions'],
	],
	async run({args, own, options, context}) {
		const [name = 'list', session, ...words] = args;
		const action = ownAt(sessionsActions, name);
		if (action === undefined) {
			throw unknownAction(name);
		}

		const stray = Object.keys(own).find(flag => !action.takes.includes(flag as keyof SessionsFlags));
		if (stray !== undefined) {
			throw new UsageError(
				`sessions ${name} does not accept --${stray}.`,
				'See streamscope sessions --help.',
			);
		}

		const call: SessionsCall = {
			session: session ?? null,
			words,
			own,
			prices: pricesWith(options.values.prices),
			context,
		};
		await action.run(call);
		return exitCodes.fine;
	},
};

function unknownAction(name: string): UsageError {
	const nearest = nearestName(name, Object.keys(sessionsActions));
	return new UsageError(
		`${name} is not an action of sessions.`,
		nearest === null ? `Actions: ${Object.keys(sessionsActions).join(', ')}.` : `Did you mean ${nearest}?`,
	);
}
