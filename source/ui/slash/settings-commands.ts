import type {ChatSettings} from './chat-settings.js';
import type {ModelList} from './model-list.js';
import {type Choices, choices, type SlashCommand} from './slash-command.js';
import type {SlashContext} from './slash-context.js';
import {refused, type SlashReply, said} from './slash-reply.js';
import {readStopSequences, showStopSequences} from './stop-sequences.js';

const off = {label: 'off', description: 'leave it to the API'};

/** The smallest budget that the API's reference allows: */
const minBudget = 1024;

/** Commands that change the settings of the next request. They refuse what the API's reference rules out, and leave the rest to the model. */
export const settingsCommands: readonly SlashCommand[] = [
	{
		name: 'model',
		argument: '[name]',
		summary: 'the model to use',
		isChoice: true,
		present: ({settings}) => `The model is ${settings.state.model}.`,
		choices: ({settings, models}) => modelChoices(models(), settings.state.model),
		run: (argument, context) =>
			/\s/.test(argument)
				? refused('A model name has no spaces.')
				: change(context, {model: argument}, `The next message goes to ${argument}.`),
	},
	{
		name: 'system',
		argument: '[text | off]',
		summary: 'the system prompt',
		present: ({settings: {state}}) =>
			state.system ? `The system prompt is: ${state.system}` : 'There is no system prompt.',
		run: (argument, context) =>
			argument === 'off'
				? change(context, {system: undefined}, 'The system prompt is removed.')
				: change(context, {system: argument}, `The system prompt is now: ${argument}`),
	},
	{
		name: 'max-tokens',
		argument: '[number]',
		summary: 'the maximum number of tokens in an answer',
		present: ({settings: {state}}) => `An answer may have up to ${state.maxTokens} tokens.`,
		run: (argument, context) => {
			const maxTokens = wholeNumber(argument);
			return maxTokens === null
				? refused('Usage: /max-tokens [number]. The number is whole and at least 1.')
				: change(context, {maxTokens}, `An answer may have up to ${maxTokens} tokens from now on.`);
		},
	},
	{
		name: 'temperature',
		argument: '[number | off]',
		summary: 'how freely the model chooses its words, 0 to 1',
		present: ({settings: {state}}) =>
			state.temperature === undefined
				? 'The temperature is left to the API.'
				: `The temperature is ${state.temperature}.`,
		run(argument, context) {
			if (argument === 'off') {
				return change(context, {temperature: undefined}, 'The temperature is left to the API from now on.');
			}

			const temperature = /^\d*\.?\d+$/.test(argument) ? Number(argument) : null;
			return temperature === null || temperature > 1
				? refused('Usage: /temperature [number | off]. The number is from 0 to 1.')
				: change(context, {temperature}, `The temperature is ${temperature} from now on.`);
		},
	},
	{
		name: 'thinking',
		argument: '[tokens | adaptive | off]',
		summary: 'the token budget for thinking',
		present: ({settings: {state}}) => `Thinking: ${thinkingWords(state.thinking)}.`,
		choices: () =>
			choices([{label: 'adaptive', description: 'the model decides when and how much'}, off], null),
		run(argument, context) {
			const budget = wholeNumber(argument, minBudget);
			if (budget === null && argument !== 'adaptive' && argument !== 'off') {
				return refused(
					`Usage: /thinking [tokens | adaptive | off]. The budget is at least ${minBudget} tokens.`,
				);
			}

			const thinking = budget ?? (argument === 'adaptive' ? argument : undefined);
			return change(context, {thinking}, `Thinking from now on: ${thinkingWords(thinking)}.`);
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
				: change(context, {stopSequences}, stopWords(stopSequences));
		},
	},
];

/** The listed models, with the current one first if it is not listed: an alias, or a model of a gateway. */
export function modelChoices({models, isLoading, problem}: ModelList, present: string | null): Choices {
	const note = isLoading
		? 'Listing the models …'
		: `${problem ?? 'No models are listed.'} You can type any name.`;
	const listed = models.map(({id, name}) => ({
		label: id,
		description: id === present ? `${name} · current` : name,
	}));
	const isUnlisted = present !== null && models.length > 0 && !models.some(({id}) => id === present);
	return choices(isUnlisted ? [{label: present, description: 'current'}, ...listed] : listed, present, note);
}

function change({settings}: SlashContext, to: Partial<ChatSettings>, words: string): SlashReply {
	settings.update(state => ({...state, ...to}));
	return said(words);
}

function wholeNumber(text: string, least = 1): number | null {
	const number = /^\d+$/.test(text) ? Number(text) : 0;
	return number >= least && Number.isSafeInteger(number) ? number : null;
}

function thinkingWords(thinking: ChatSettings['thinking']): string {
	if (thinking === undefined) {
		return 'left to the API';
	}

	return thinking === 'adaptive' ? 'as much as the model wants' : `up to ${thinking} tokens`;
}

function stopWords(sequences: readonly string[] = []): string {
	return sequences.length === 0
		? 'There are no stop sequences.'
		: `An answer ends at ${showStopSequences(sequences)}.`;
}
