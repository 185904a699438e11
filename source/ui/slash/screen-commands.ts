import {choices, type SlashCommand} from './slash-command.js';
import type {SlashContext} from './slash-context.js';
import {refused, said} from './slash-reply.js';

/** Commands about the screen itself. */
export const screenCommands: readonly SlashCommand[] = [
	{
		name: 'events',
		argument: '',
		summary: 'show or hide the event log',
		run: (_, {screen}) =>
			said(screen.toggleEvents() ? 'The event log is shown.' : 'The event log is hidden.'),
	},
	{
		name: 'diff',
		argument: '[n] [n]',
		summary: 'two exchanges side by side: where they differ',
		run(argument, {screen}) {
			const words = argument.split(/\s+/).filter(Boolean);
			if (words.length > 2 || words.some(word => !/^[1-9]\d{0,8}$/.test(word))) {
				return refused('Usage: /diff [n] [n], the numbers of two exchanges.');
			}

			screen.openDiff(words.map(Number));
			return said(null);
		},
	},
	{
		name: 'theme',
		argument: '[name] [save]',
		summary: 'the colour theme',
		kept: {field: 'theme', value: (argument, {screen}) => argument || screen.theme().choice},
		isChoice: true,
		present: ({screen}) => themeWords(screen.theme()),
		choices: ({screen}) =>
			choices(
				screen.themes.map(label => ({label, description: label === screen.theme().choice ? 'current' : ''})),
				screen.theme().choice,
			),
		run(argument, {screen}) {
			if (!screen.themes.includes(argument)) {
				return refused(`There is no theme ${argument}. Themes: ${screen.themes.join(', ')}.`);
			}

			screen.setTheme(argument);
			return said(themeWords(screen.theme()));
		},
	},
	{
		name: 'help',
		argument: '',
		summary: 'list the keys and commands',
		run(_, {screen}) {
			screen.openHelp();
			return said(null);
		},
	},
	{
		name: 'quit',
		argument: '',
		summary: 'quit',
		run(_, {screen}) {
			screen.leave();
			return said(null);
		},
	},
];

function themeWords({choice, name}: ReturnType<SlashContext['screen']['theme']>): string {
	return choice === name ? `The theme is ${name}.` : `The theme is ${choice}, which is ${name} here.`;
}
