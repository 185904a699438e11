import type {Command} from 'commander';
import type {AskFlags} from '../ask/run-ask.js';
import {chosenKeymap} from '../chosen-keymap.js';
import {chosenTerminal} from '../chosen-terminal.js';
import type {CommandModule} from '../command-module.js';
import {exitCodes} from '../exit-code.js';
import {optionNames} from '../options.js';
import {readRequest} from '../read-request.js';
import {readUsualTools, withTools} from '../tools/read-tools.js';
import {UsageError} from '../usage-error.js';
import type {ChatOpening} from './chat.js';
import {chatOptions} from './chat-options.js';

/** `resume` is true if no session is named. */
type ChatFlags = {readonly continue?: true; readonly resume?: string | true};

/** The chat. It runs when no command is named. */
export const command: CommandModule<ChatFlags> = {
	takes: optionNames,
	declare(command: Command) {
		command
			.option('--continue', 'resume the last session')
			.option('--resume [session]', 'resume a session by its id or file, or choose one from a list');
	},
	examples: [
		['streamscope', 'chat with the API if a credential is found, else with the demo'],
		['streamscope --demo thinking', 'watch a model think, without an API key'],
		['streamscope --demo --demo-speed 0.5', 'run at half speed, to present it'],
		['streamscope --system "Answer in French"', 'set a system prompt'],
		['streamscope --tools tools.json', 'offer the tools of a file to the model'],
		['streamscope --resume', 'choose a session to resume'],
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
				'Start it in a terminal, or use streamscope ask, which needs none.',
			);
		}

		const opening = openingOf(own);
		if (opening.kind === 'choose' && options.values.screenReader) {
			throw unnamedSession();
		}

		const tools = await readUsualTools(options.values.tools, configFile.path);
		const request = withTools(await readRequest(options), tools, options.values.tools !== undefined);
		if (request.messages.length > 0) {
			throw new UsageError(
				'The file of --body holds messages, and the chat makes its own.',
				'streamscope ask --body FILE sends them as they are; for the chat, leave "messages" out.',
			);
		}

		const keymap = chosenKeymap(options.values, configFile);
		// Keys pressed while the chat loads belong to its prompt: the terminal must not echo them or turn Enter into a line feed.
		stdin.setRawMode(true);
		try {
			// The terminal answers while this waits.
			const [facts, {chat}] = await Promise.all([
				chosenTerminal(options.values, context),
				import('./chat.js'),
			]);
			// Reading a long session takes a while, and Ctrl+C must be able to end it.
			stdin.setRawMode(opening.kind === 'new');
			await chat(chatOptions(options, {request, tools, keymap, facts, file: configFile}), opening);
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
		throw new UsageError(
			'--continue and --resume cannot be combined.',
			'--continue resumes the last session.',
		);
	}

	if (typeof resume === 'string') {
		return {kind: 'session', name: resume};
	}

	return {kind: isLast ? 'last' : resume ? 'choose' : 'new'};
}

/** The fallback if there is no terminal to choose in. */
function askFlags({continue: isLast, resume}: ChatFlags): AskFlags {
	if (resume === true) {
		throw unnamedSession();
	}

	return {...(isLast ? {continue: isLast} : {}), ...(resume === undefined ? {} : {resume})};
}

/** The list is a full screen, so it needs a terminal and cannot serve a screen reader. */
function unnamedSession(): UsageError {
	return new UsageError(
		'The list of sessions cannot be shown here.',
		'Name a session: --resume ID. streamscope sessions lists them.',
	);
}
