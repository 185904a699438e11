import type {Background} from '../terminal/background.js';
import {detectBackground} from '../terminal/detect-background.js';
import {chatOptions} from './chat-options.js';
import {chosenKeymap} from './chosen-keymap.js';
import type {CommandContext, CommandModule} from './command-module.js';
import {exitCodes} from './exit-code.js';
import {type OptionValues, optionNames} from './options.js';
import {UsageError} from './usage-error.js';

/** The chat, which is what runs without the name of a command. */
export const command: CommandModule = {
	takes: optionNames,
	examples: [
		['streamscope', 'chat: live with a credential, else with the demo'],
		['streamscope --demo thinking', 'watch a model think, without a key'],
		['streamscope --demo --demo-speed 0.5', 'half the speed, to point at things'],
		['streamscope --system "Answer in French"', 'with a system prompt'],
	],
	async run({args, options, configFile, context}) {
		const {stdin, stdout} = context;
		if (!stdin.isTTY && !stdout.isTTY) {
			const {command: ask} = await import('./ask-command.js');
			return ask.run({args, own: {}, options, configFile, context});
		}

		if (!stdin.isTTY || !stdout.isTTY) {
			throw new UsageError(
				'The chat needs a terminal: its input or output is a pipe or a file.',
				'Start it in a terminal, or let streamscope ask do without one.',
			);
		}

		const keymap = chosenKeymap(options.values, configFile);
		// The terminal answers while the chat is loaded.
		const [background, {chat}] = await Promise.all([
			backgroundFor(options.values, context),
			import('./chat.js'),
		]);
		await chat(chatOptions(options, keymap, background));
		return exitCodes.fine;
	},
};

/** The terminal is asked only where its answer makes a difference. */
function backgroundFor({theme}: OptionValues, context: CommandContext): Promise<Background> | Background {
	switch (theme) {
		case 'auto':
		case 'colour-blind': {
			return detectBackground(context);
		}

		case 'light': {
			return 'light';
		}

		case 'dark':
		case 'plain': {
			return 'dark';
		}
	}
}
