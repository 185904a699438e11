import {openSync} from 'node:fs';
import {ReadStream} from 'node:tty';
import type {Command} from 'commander';
import {chosenBackground} from '../chosen-background.js';
import {chosenKeymap} from '../chosen-keymap.js';
import type {CommandContext, CommandModule} from '../command-module.js';
import {exitCodes} from '../exit-code.js';
import {openFilledSource} from '../open-named-source.js';
import {UsageError} from '../usage-error.js';
import type {ReplayFlags} from './replay-options.js';

/** The player: any recorded or captured stream in the screen of the chat. */
export const command: CommandModule<ReplayFlags> = {
	takes: ['theme', 'alternateScreen', 'mouse', 'markdown', 'events', 'split', 'screenReader', 'keys'],
	declare(command: Command) {
		command
			.argument('<file>', 'a recording, a captured stream or the id of a session; - is standard input')
			.option('--speed <factor>', 'how fast it plays, 0.1 to 100, or max (1)')
			.option('--paused', 'begin paused')
			.option('--from <place>', 'begin at an event’s number, or at a time as in 3.5s or 1:05')
			.option('--idle-limit <seconds>', 'wait out no pause longer than this');
	},
	examples: [
		['streamscope replay session.ndjson', 'play a recording as it was'],
		['streamscope replay --paused --from 120 a.ndjson', 'stand at event 120'],
		['curl -sN … | streamscope replay -', 'look at a raw stream'],
	],
	async run({args, own, options: {values}, configFile, context}) {
		if (values.screenReader) {
			throw new UsageError(
				'The player is a screen, which cannot be read aloud.',
				'streamscope sessions export FILE --to md gives the conversation as text.',
			);
		}

		const keymap = chosenKeymap(values, configFile);
		const [file = '-'] = args;
		const keys = keysFor(file, context);
		const opened = await openFilledSource(file, 'play', context);
		// The terminal answers while the player is loaded.
		const [background, {replay}] = await Promise.all([
			chosenBackground(values.theme, {...context, stdin: keys}),
			import('./replay.js'),
		]);
		await replay({opened, flags: own, values, keymap, background, keys});
		if (keys !== context.stdin) {
			keys.destroy();
		}

		return exitCodes.fine;
	},
};

/** The terminal's keys; where standard input brings the stream they are had from the terminal itself. */
function keysFor(file: string, {stdin, stdout}: CommandContext): NodeJS.ReadStream {
	const problem = new UsageError(
		'The player needs a terminal.',
		'streamscope inspect FILE reports on a stream without one.',
	);
	if (!stdout.isTTY) {
		throw problem;
	}

	if (file !== '-' && stdin.isTTY) {
		return stdin;
	}

	try {
		return new ReadStream(openSync('/dev/tty', 'r'));
	} catch (error) {
		problem.cause = error;
		throw problem;
	}
}
