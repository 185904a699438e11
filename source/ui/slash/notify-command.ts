import type {NotifyWay, WindowFocus} from '../attention/attention-state.js';
import {notifyWays} from '../attention/attention-state.js';
import {choices, type SlashCommand} from './slash-command.js';
import {refused, said} from './slash-reply.js';

const wayWords: Readonly<Record<NotifyWay, string>> = {
	auto: 'a notification if the terminal shows any, else the bell',
	desktop: 'a notification on the desktop',
	bell: 'the bell',
	off: 'nothing',
};

const focusWords: Readonly<Record<WindowFocus, string>> = {
	focused: 'The terminal says that it is focused.',
	away: 'The terminal says that it is not focused.',
	unknown: 'The terminal has not said yet whether it is focused.',
};

/** How a person is notified who is looking elsewhere. */
export const notifyCommand: SlashCommand = {
	name: 'notify',
	argument: '[way | test] [save]',
	summary: 'how to call you while you look elsewhere',
	isChoice: true,
	kept: {
		field: 'notify',
		value: (argument, {screen}) => notifyWays.find(way => way === argument) ?? screen.notify(),
	},
	present: ({screen}) => wordsOf(screen.notify()),
	choices: ({screen}) =>
		choices(
			[
				...notifyWays.map(label => ({label, description: wayWords[label]})),
				{label: 'test', description: 'one now, to see what the terminal makes of it'},
			],
			screen.notify(),
		),
	async run(argument, {screen}) {
		if (argument === 'test') {
			const sent = await screen.testNotify();
			return said(`Sent: ${sent}. ${focusWords[screen.windowFocus()]}`);
		}

		const way = notifyWays.find(one => one === argument);
		if (way === undefined) {
			return refused(`Usage: /notify [${[...notifyWays, 'test'].join(' | ')}] [save]`);
		}

		screen.setNotify(way);
		return said(wordsOf(way));
	},
};

function wordsOf(way: NotifyWay): string {
	switch (way) {
		case 'off': {
			return 'You are not called.';
		}

		case 'auto': {
			return `While the terminal is not focused, you are called by ${wayWords.auto}.`;
		}

		case 'desktop':
		case 'bell': {
			return `You are called by ${wayWords[way]}, except while the terminal says that it is focused.`;
		}
	}
}
