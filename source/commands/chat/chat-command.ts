import type {Command} from 'commander';
import type {AskFlags} from '../ask/run-ask.js';
import {chosenKeymap} from '../chosen-keymap.js';
import {chosenTerminal} from '../chosen-terminal.js';
import type {CommandContext, CommandModule} from '../command-module.js';
import {exitCodes} from '../exit-code.js';
import {terminalKeys} from '../keys-for.js';
import {optionNames} from '../options.js';
import {readRequest} from '../read-request.js';
import {readUsualTools, withTools} from '../tools/read-tools.js';
import {UsageError} from '../usage-error.js';
import type {ChatOpening} from './chat.js';
import {chatOptions} from './chat-options.js';
import {chatQuestion, isQuestion} from './chat-question.js';

/** `resume` is true if no session is named. */
type ChatFlags = {readonly continue?: true; readonly resume?: string | true};

/** The chat. It runs when no command is named. */
export const command: CommandModule<ChatFlags> = {
	takes: optionNames,
	isArgument: isQuestion,
	declare(command: Command) {
		command
			.argument('[question...]', 'in quotes: asked at once; what is piped in is attached to it')
			.option('--continue', 'resume the last session')
			.option('--resume [session]', 'resume a session by its id or file, or choose one from a list');
	},
	examples: [
		['streamscope', 'chat with the API if a credential is found, else with the demo'],
		['streamscope "Why is the sky blue?"', 'ask at once'],
		['git diff | streamscope', 'attach what is piped in to the first question'],
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

		const keys = keysOf(context);

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
		const question = await chatQuestion({
			words: args.join(' '),
			input: keys === stdin ? null : stdin,
			onSilence: () => context.stderr.write('Waiting for standard input to end; Ctrl+C quits.\n'),
		});
		// Keys pressed while the chat loads belong to its prompt: the terminal must not echo them or turn Enter into a line feed.
		keys.setRawMode(true);
		try {
			// The terminal answers while this waits.
			const [facts, {chat}] = await Promise.all([
				chosenTerminal(options.values, {...context, stdin: keys}),
				import('./chat.js'),
			]);
			// Reading a long session takes a while, and Ctrl+C must be able to end it.
			keys.setRawMode(opening.kind === 'new');
			const around = {request, tools, keymap, facts, file: configFile, keys, question};
			await chat(chatOptions(options, around), opening);
			return exitCodes.fine;
		} finally {
			if (keys.isRaw) {
				keys.setRawMode(false);
			}

			if (keys !== stdin) {
				keys.destroy();
			}
		}
	},
};

/** The source of the keys: the terminal, also if standard input is a pipe. */
function keysOf(context: CommandContext): NodeJS.ReadStream {
	const problem = new UsageError(
		'The chat needs a terminal: its output is a pipe or a file, or there is none for its keys.',
		'Start it in a terminal, or use streamscope ask, which needs none.',
	);
	return terminalKeys(context, problem, context.stdin.isTTY);
}

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
