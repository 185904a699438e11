import {nearestName} from '../../text/nearest-name.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Choices, choices, type SlashCommand} from './slash-command.js';
import type {ConfigControl, SlashContext} from './slash-context.js';
import {refused, type SlashReply, said} from './slash-reply.js';
import {withRefusal} from './with-refusal.js';

/** Lists the settings with their sources, and changes them in the config file and in this chat. */
export const configCommand: SlashCommand = {
	name: 'config',
	argument: '[setting] [value | reset]',
	summary: 'list the settings with their sources, and keep new values',
	isChoice: true,
	isStepwise: true,
	keepsItself: true,
	choices: ({config}, argument) => configChoices(config, argument),
	run(argument, context) {
		const {config} = context;
		const [, name = '', value = ''] = /^(\S+)\s*(.*)$/s.exec(argument) ?? [];
		const fields = config.fields();
		const field = fields.find(one => one.name.toLowerCase() === name.toLowerCase());
		if (name === '') {
			return said(fields.map(one => `${one.name}: ${sanitizeLine(one.value)} (${one.from})`).join('\n'));
		}

		if (field === undefined) {
			const nearest = nearestName(
				name,
				fields.map(one => one.name),
			);
			return refused(
				`There is no setting ${name}. ${nearest === null ? '/config lists them.' : `Did you mean ${nearest}?`}`,
			);
		}

		return value === ''
			? said(
					`${field.name} is ${sanitizeLine(field.value)} (${field.from}). Use ${field.allowed}; reset removes it from the config file.`,
				)
			: kept(setField(field.name, value, context));
	},
};

/** Sets a field. What the next request would be refused for since then is said as well. */
async function setField(name: string, value: string, context: SlashContext): Promise<string> {
	const before = context.requests.refusal(null);
	const words = await context.config.set(name, value);
	return context.requests.refusal(null) === before ? words : withRefusal(words, context);
}

function configChoices(config: ConfigControl, argument: string): Choices {
	const fields = config.fields();
	const [name] = argument.split(/\s/, 1);
	const from = argument.search(/\s\S*$/) + 1;
	if (from === 0) {
		return choices(
			fields.map(field => ({label: field.name, description: `${sanitizeLine(field.value)} · ${field.from}`})),
		);
	}

	const field = fields.find(one => one.name === name);
	if (field === undefined || from > field.name.length + 1) {
		return choices([]);
	}

	const reset = {label: 'reset', description: 'remove it from the config file'};
	const present = field.value === '–' ? 'default' : field.value;
	// Enter takes the present value, or else the first row, which must not be the reset.
	const values =
		field.values.includes(present) || field.value === '–' ? field.values : [present, ...field.values];
	return {
		items: field.values.length === 0 ? [] : [...values.map(label => ({label, description: ''})), reset],
		present,
		note: `Use ${field.allowed}; reset removes it from the config file.`,
		from,
	};
}

/** Keeps the value of a command’s setting, after the command has said `before`. */
export function keepSetting(
	{config}: SlashContext,
	name: string,
	value: unknown,
	before: SlashReply,
): Promise<SlashReply> {
	return kept(config.keep({[name]: value}), before.text);
}

/** Keeps the values of several settings, and removes those that are `undefined`. `words` say what was done. */
export function keepAll(
	{config}: SlashContext,
	values: Readonly<Record<string, unknown>>,
	words: string,
): Promise<SlashReply> {
	return kept(config.keep(values).then(() => words));
}

/** A problem keeps the typed line, so that it can be sent again. */
function kept(words: Promise<string>, before: string | null = null): Promise<SlashReply> {
	const all = (text: string) => [before, text].filter(part => part !== null).join(' ');
	return words.then(
		text => said(all(text)),
		(error: unknown) => refused(all(failureWords(error))),
	);
}

function failureWords(error: unknown): string {
	if (!(error instanceof Error)) {
		return String(error);
	}

	return 'hint' in error ? `${error.message} ${error.hint}` : error.message;
}
