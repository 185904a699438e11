import {effortLevels} from '../../messages/models.js';
import {withoutField} from '../../messages/request/body-path.js';
import type {ChatSettings} from '../../messages/request/chat-settings.js';
import {minBudget} from '../../messages/request/check-thinking.js';
import type {ModelList} from './model-list.js';
import {type Choices, choices, type SlashCommand} from './slash-command.js';
import type {SlashContext} from './slash-context.js';
import {refused, type SlashReply, said} from './slash-reply.js';
import {readStopSequences, showStopSequences} from './stop-sequences.js';
import {withRefusal} from './with-refusal.js';

/** Commands that change the settings of the next request. They say at once what its model would refuse. */
export const settingsCommands: readonly SlashCommand[] = [
	{
		name: 'model',
		argument: '[name] [save]',
		summary: 'the model to use',
		kept: {field: 'model', value: (_, {settings}) => settings.state.model},
		isChoice: true,
		present: ({settings, requests}) => modelWords('The model is', settings.state.model, requests),
		choices: ({settings, models}) => modelChoices(models(), settings.state.model),
		run: (argument, context) =>
			/\s/.test(argument)
				? refused('A model name has no spaces.')
				: settingsReply(
						context,
						{model: argument},
						modelWords('The next message goes to', argument, context.requests),
					),
	},
	{
		name: 'system',
		argument: '[text | off]',
		summary: 'the system prompt',
		present: ({settings: {state}}) =>
			state.system ? `The system prompt is: ${state.system}` : 'There is no system prompt.',
		run: (argument, context) =>
			argument === 'off'
				? settingsReply(context, {system: undefined}, 'The system prompt is removed.')
				: settingsReply(context, {system: argument}, `The system prompt is now: ${argument}`),
	},
	{
		name: 'max-tokens',
		argument: '[number] [save]',
		summary: 'the maximum number of tokens in an answer',
		kept: {field: 'maxTokens', value: (_, {settings}) => settings.state.maxTokens},
		present: ({settings: {state}}) => `An answer may have up to ${state.maxTokens} tokens.`,
		run: (argument, context) => {
			const maxTokens = wholeNumber(argument);
			return maxTokens === null
				? refused('Usage: /max-tokens [number]. The number is whole and at least 1.')
				: settingsReply(context, {maxTokens}, `An answer may have up to ${maxTokens} tokens from now on.`);
		},
	},
	{
		name: 'thinking',
		argument: '[tokens | adaptive | off | default] [save]',
		summary: 'whether the model thinks first, and how much',
		kept: {field: 'thinking', value: (_, {settings}) => settings.state.thinking},
		present: ({settings: {state}}) => `Thinking: ${thinkingWords(state.thinking)}.`,
		choices: () =>
			choices(
				[
					{label: 'adaptive', description: 'the model decides when and how much, and shows a summary'},
					{label: 'off', description: 'as little as the model can'},
					{label: 'default', description: 'leave it to the API'},
				],
				null,
			),
		run(argument, context) {
			const budget = wholeNumber(argument, minBudget);
			if (budget === null && argument !== 'adaptive' && argument !== 'off' && argument !== 'default') {
				return refused(
					`Usage: /thinking [tokens | adaptive | off | default]. The budget is at least ${minBudget} tokens.`,
				);
			}

			const thinking = budget ?? (argument === 'adaptive' || argument === 'off' ? argument : undefined);
			return settingsReply(context, {thinking}, `Thinking from now on: ${thinkingWords(thinking)}.`);
		},
	},
	{
		name: 'effort',
		argument: '[level | default] [save]',
		summary: 'how much effort the model spends on an answer',
		kept: {field: 'effort', value: (_, {settings}) => settings.state.effort},
		present: ({settings: {state}}) => `The effort is ${state.effort ?? 'left to the API'}.`,
		choices: ({settings: {state}, requests}) =>
			choices(
				[
					...requests.efforts(state.model).map(label => ({label, description: ''})),
					{label: 'default', description: 'leave it to the API'},
				],
				state.effort ?? 'default',
			),
		run(argument, context) {
			const effort = argument === 'default' ? undefined : argument;
			return effort !== undefined && !effortLevels.some(level => level === effort)
				? refused(`Usage: /effort [level | default]. The levels are ${effortLevels.join(', ')}.`)
				: settingsReply(context, {effort}, `The effort is ${effort ?? 'left to the API'} from now on.`);
		},
	},
	{
		name: 'stop',
		argument: '[sequences | off]',
		summary: 'texts at which an answer ends; "…" keeps spaces and \\n',
		present: ({settings: {state}}) => stopWords(state.stopSequences),
		run(argument, context) {
			const stopSequences = argument === 'off' ? [] : readStopSequences(argument);
			return stopSequences === null
				? refused('Usage: /stop [sequences | off]. Spaces separate the sequences, as in /stop END "the end".')
				: settingsReply(context, {stopSequences}, stopWords(stopSequences));
		},
	},
];

/** The listed models, with the current one first if it is not listed: an alias, or a model of a gateway. */
export function modelChoices({models, isLoading, problem}: ModelList, present: string | null): Choices {
	const note = isLoading
		? 'Listing the models …'
		: `${problem ?? 'No models are listed.'} You can type any name.`;
	const listed = models.map(({id, name, ending}) => ({
		label: id,
		description: [name, ...(ending === null ? [] : [ending]), ...(id === present ? ['current'] : [])].join(
			' · ',
		),
	}));
	const isUnlisted = present !== null && models.length > 0 && !models.some(({id}) => id === present);
	return choices(isUnlisted ? [{label: present, description: 'current'}, ...listed] : listed, present, note);
}

/** The fields of a body that the settings stand for: what was set there by its path is no more. */
const fieldOf: Readonly<Partial<Record<keyof ChatSettings, string>>> = {
	system: 'system',
	thinking: 'thinking',
	effort: 'output_config.effort',
	stopSequences: 'stop_sequences',
	tools: 'tools',
};

/** Changes the settings. The reply says at once what the next model would refuse. */
export function settingsReply(context: SlashContext, to: Partial<ChatSettings>, words: string): SlashReply {
	context.settings.update(state => {
		const paths = Object.entries(fieldOf).flatMap(([name, path]) => (Object.hasOwn(to, name) ? [path] : []));
		const set = paths.reduce(withoutField, state.set ?? []);
		return {...state, ...to, set: set.length === 0 ? undefined : set};
	});
	return said(withRefusal(words, context));
}

function modelWords(words: string, model: string, {ending}: SlashContext['requests']): string {
	const ends = ending(model);
	return ends === null ? `${words} ${model}.` : `${words} ${model}, which ${ends}.`;
}

function wholeNumber(text: string, least = 1): number | null {
	const number = /^\d+$/.test(text) ? Number(text) : 0;
	return number >= least && Number.isSafeInteger(number) ? number : null;
}

function thinkingWords(thinking: ChatSettings['thinking']): string {
	switch (thinking) {
		case undefined: {
			return 'left to the API';
		}

		case 'adaptive': {
			return 'as much as the model wants';
		}

		case 'off': {
			return 'as little as the model can';
		}

		default: {
			return `up to ${thinking} tokens`;
		}
	}
}

function stopWords(sequences: readonly string[] = []): string {
	return sequences.length === 0
		? 'There are no stop sequences.'
		: `An answer ends at ${showStopSequences(sequences)}.`;
}
