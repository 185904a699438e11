import type {LogSize, PaneChoice} from '../screen/layout.js';
import {keepAll, keepSetting} from './config-command.js';
import {notifyCommand} from './notify-command.js';
import {choices, type SlashCommand} from './slash-command.js';
import type {SlashContext} from './slash-context.js';
import {refused, type SlashReply, said} from './slash-reply.js';

const switchChoices = choices([
	{label: 'on', description: ''},
	{label: 'off', description: ''},
]);

/** `on`, `off`, or the other one for `''`. `null` for anything else. */
function switched(argument: string, isOn: boolean): boolean | null {
	return argument === '' ? !isOn : argument === 'on' ? true : argument === 'off' ? false : null;
}

const mouseCommand: SlashCommand = {
	name: 'mouse',
	argument: '[on | off]',
	summary: 'the wheel scrolls and a drag copies; remembered',
	keepsItself: true,
	choices: () => switchChoices,
	run(argument, context) {
		const isOn = switched(argument, context.screen.hasMouse());
		if (isOn === null) {
			return refused('Usage: /mouse [on | off]');
		}

		context.screen.setMouse(isOn);
		const words = isOn
			? 'The wheel scrolls the pane under it, and a drag copies text. With Shift, the mouse is the terminal’s.'
			: 'The mouse is the terminal’s.';
		return keepSetting(context, 'mouse', isOn, said(words));
	},
};

const markdownCommand: SlashCommand = {
	name: 'markdown',
	argument: '[on | off] [save]',
	summary: 'show answers rendered or as plain text',
	kept: {field: 'markdown', value: (_, {screen}) => screen.isMarkdown()},
	choices: () => switchChoices,
	run(argument, {screen}) {
		const isOn = switched(argument, screen.isMarkdown());
		if (isOn === null) {
			return refused('Usage: /markdown [on | off] [save]');
		}

		screen.showMarkdown(isOn);
		return said(isOn ? 'Answers are shown rendered.' : 'Answers are shown as plain text.');
	},
};

const stepCommand: SlashCommand = {
	name: 'step',
	argument: '[on | off] [save]',
	summary: 'stop at the request of every prompt; then . brings one event',
	kept: {field: 'step', value: (_, {screen}) => screen.isStepping()},
	present: ({screen}) => stepWords(screen.isStepping()),
	choices: () => switchChoices,
	run(argument, {screen}) {
		if (argument !== 'on' && argument !== 'off') {
			return refused('Usage: /step [on | off] [save]');
		}

		screen.setStepping(argument === 'on');
		return said(stepWords(argument === 'on'));
	},
};

function stepWords(isOn: boolean): string {
	return isOn
		? 'Every prompt stops at its request: . brings one event, Space plays, 0 is live.'
		: 'Answers are shown as they come. While presenting (F2), Alt+Enter sends one prompt and stops at its request.';
}

const layoutCommand: SlashCommand = {
	name: 'layout',
	argument: '[save | reset]',
	summary: 'sizes of panes, columns of the log: keep or reset them',
	keepsItself: true,
	choices: ({screen}) =>
		choices([
			{label: 'save', description: layoutWords(screen.layout())},
			{label: 'reset', description: 'the default, also at the next start'},
		]),
	run(argument, context) {
		switch (argument) {
			case '': {
				return said(`${layoutWords(context.screen.layout())} /layout save keeps it.`);
			}

			case 'save': {
				return keepLayout(context, `The layout is kept: ${layoutWords(context.screen.layout())}`);
			}

			case 'reset': {
				context.screen.resetLayout();
				return forgetLayout(context, 'The layout is the default again.');
			}

			default: {
				return refused('Usage: /layout [save | reset]');
			}
		}
	},
};

function keepLayout(context: SlashContext, words: string): Promise<SlashReply> {
	const {logSize, inspectorPlace, split, logShare, columns} = context.screen.layout();
	return keepAll(
		context,
		{log: logSize, inspector: inspectorPlace, split: rounded(split), logShare: rounded(logShare), columns},
		words,
	);
}

function forgetLayout(context: SlashContext, words: string): Promise<SlashReply> {
	return keepAll(
		context,
		{log: undefined, inspector: undefined, split: undefined, logShare: undefined, columns: undefined},
		words,
	);
}

const logWords: Readonly<Record<LogSize, string>> = {
	third: 'a third of the screen',
	half: 'half of the screen',
	full: 'all of the screen',
	ticker: 'three rows',
};

function layoutWords({
	logSize,
	inspectorPlace,
	split,
}: Pick<PaneChoice, 'logSize' | 'inspectorPlace' | 'split'>): string {
	const inspector = {closed: 'closed', beside: 'beside it', instead: 'in its place'}[inspectorPlace];
	return `Event log: ${logWords[logSize]}; inspector: ${inspector}; side by side, the conversation has ${Math.round(split * 100)} %.`;
}

/** Steps of 0.05 add up to long fractions. */
function rounded(share: number): number {
	return Math.round(share * 100) / 100;
}

/** Commands about how things are shown, each of which can be kept. */
export const viewCommands: readonly SlashCommand[] = [
	mouseCommand,
	markdownCommand,
	stepCommand,
	layoutCommand,
	notifyCommand,
];
