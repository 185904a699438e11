import {openSync} from 'node:fs';
import {ReadStream} from 'node:tty';
import type {Command} from 'commander';
import {chosenKeymap} from '../chosen-keymap.js';
import {chosenTerminal} from '../chosen-terminal.js';
import type {CommandContext, CommandModule} from '../command-module.js';
import {exitCodes} from '../exit-code.js';
import {openFilledSource} from '../open-named-source.js';
import {startProgressLine} from '../progress-line.js';
import {UsageError} from '../usage-error.js';
import type {ReplayFlags} from './replay-options.js';

/** The player: shows any recorded or captured stream in the screen of the chat. */
export const command: CommandModule<ReplayFlags> = {
	takes: [
		'theme',
		'widthModel',
		'kittyKeyboard',
		'alternateScreen',
		'mouse',
		'markdown',
		'events',
		'split',
		'screenReader',
		'keys',
	],
	declare(command: Command) {
		command
			.argument('<file>', 'a recording, a captured stream or a session id; - is standard input')
			.option('--speed <factor>', 'the speed, 0.1 to 100, or max (1)')
			.option('--paused', 'start paused')
			.option('--from <place>', 'start at the number of an event, or at a time such as 3.5s or 1:05')
			.option('--idle-limit <seconds>', 'shorten longer pauses to this');
	},
	examples: [
		['streamscope replay session.ndjson', 'play a recording at its own speed'],
		['streamscope replay --paused --from 120 a.ndjson', 'start paused at event 120'],
		['curl -sN … | streamscope replay -', 'look at a raw stream'],
	],
	async run({args, own, options: {values}, configFile, context}) {
		if (values.screenReader) {
			throw new UsageError(
				'The player is a full screen, which a screen reader cannot read.',
				'streamscope sessions export FILE --to md prints the conversation as text.',
			);
		}

		const keymap = chosenKeymap(values, configFile);
		const [file = '-'] = args;
		const keys = keysFor(file, context);
		using progress = startProgressLine({stderr: context.stderr, stdout: {isTTY: false}}, 'Reading');
		const opened = await openFilledSource(file, 'play', context, progress);
		// The terminal answers while the player is loaded.
		const [facts, {replay}] = await Promise.all([
			chosenTerminal(values, {...context, stdin: keys}),
			import('./replay.js'),
		]);
		const onReady = () => progress[Symbol.dispose]();
		await replay({opened, flags: own, values, keymap, facts, keys, onReady});
		if (keys !== context.stdin) {
			keys.destroy();
		}

		return exitCodes.fine;
	},
};

/** The source of the keys. If standard input brings the stream, the terminal is opened for them. */
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
