import type {Command} from 'commander';
import type {AskFlags} from '../ask/run-ask.js';
import {chosenBackground} from '../chosen-background.js';
import {chosenKeymap} from '../chosen-keymap.js';
import type {CommandModule} from '../command-module.js';
import {exitCodes} from '../exit-code.js';
import {optionNames} from '../options.js';
import {readRequest} from '../read-request.js';
import {UsageError} from '../usage-error.js';
import type {ChatOpening} from './chat.js';
import {chatOptions} from './chat-options.js';

/** `resume` is true where no session is named. */
type ChatFlags = {readonly continue?: true; readonly resume?: string | true};

/** The chat, which is what runs without the name of a command. */
export const command: CommandModule<ChatFlags> = {
	takes: optionNames,
	declare(command: Command) {
		command
			.option('--continue', 'go on with the last session')
			.option('--resume [session]', 'go on with a session: its id, its file, or chosen from a list');
	},
	examples: [
		['streamscope', 'chat: live with a credential, else with the demo'],
		['streamscope --demo thinking', 'watch a model think, without a key'],
		['streamscope --demo --demo-speed 0.5', 'half the speed, to point at things'],
		['streamscope --system "Answer in French"', 'with a system prompt'],
		['streamscope --resume', 'choose a session to go on with'],
	],
	async run({args, own, options, configFile, context}) {
		const {stdin, stdout} = context;
		if (!stdin.isTTY && !stdout.isTTY) {
			const {command: ask} = await import('../ask/ask-command.js');
			return ask.run({args, own: askFlags(own), options, configFile, context});
		}

		if (!stdin.isTTY || !stdout.isTTY) {
			throw new UsageError(
				'The chat needs a terminal: its input or output is a pipe or a file.',
				'Start it in a terminal, or let streamscope ask do without one.',
			);
		}

		const opening = openingOf(own);
		if (opening.kind === 'choose' && options.values.screenReader) {
			throw unnamedSession();
		}

		const request = await readRequest(options);
		if (request.messages.length > 0) {
			throw new UsageError(
				'The file of --body holds messages, and the chat makes its own.',
				'streamscope ask --body FILE sends them as they are; for the chat, leave "messages" out.',
			);
		}

		const keymap = chosenKeymap(options.values, configFile);
		// Keys that are pressed while the chat is loaded are for its prompt: the terminal is not to show them, nor to make a line feed of Enter.
		stdin.setRawMode(true);
		try {
			// The terminal answers meanwhile.
			const [background, {chat}] = await Promise.all([
				chosenBackground(options.values.theme, context),
				import('./chat.js'),
			]);
			// A long session takes a while to be read, which Ctrl+C is to end.
			stdin.setRawMode(opening.kind === 'new');
			await chat(chatOptions(options, request, keymap, background), opening);
			return exitCodes.fine;
		} finally {
			if (stdin.isRaw) {
				stdin.setRawMode(false);
			}
		}
	},
};

function openingOf({continue: isLast, resume}: ChatFlags): ChatOpening {
	if (isLast && resume !== undefined) {
		throw new UsageError('--continue and --resume do not go together.', '--continue takes the last session.');
	}

	if (typeof resume === 'string') {
		return {kind: 'session', name: resume};
	}

	return {kind: isLast ? 'last' : resume ? 'choose' : 'new'};
}

/** What it comes to where there is no terminal to choose in. */
function askFlags({continue: isLast, resume}: ChatFlags): AskFlags {
	if (resume === true) {
		throw unnamedSession();
	}

	return {...(isLast ? {continue: isLast} : {}), ...(resume === undefined ? {} : {resume})};
}

/** The list is a screen: it is not there without a terminal, nor for a screen reader. */
function unnamedSession(): UsageError {
	return new UsageError(
		'The list of sessions cannot be shown here.',
		'Name a session: --resume ID. streamscope sessions lists them.',
	);
}
