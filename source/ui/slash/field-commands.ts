import {pathKeys, withField, withoutField} from '../../messages/request/body-path.js';
import type {SetField} from '../../messages/request/chat-settings.js';
import {plainSettings} from '../../messages/request/request-body.js';
import {parseJson} from '../../wire/json.js';
import {fieldNote} from './field-note.js';
import {choices, type SlashCommand} from './slash-command.js';
import {refused, said} from './slash-reply.js';
import {withRefusal} from './with-refusal.js';

/** Commands that put anything else into the next requests: fields of the body by their paths, and betas. */
export const fieldCommands: readonly SlashCommand[] = [
	{
		name: 'set',
		argument: '[path json]',
		summary: 'set any field of the request, such as /set speed "fast"',
		present: ({settings: {state}}) => setWords(state.set),
		run(argument, context) {
			const gap = /\s+/.exec(argument);
			const path = argument.slice(0, gap?.index);
			const value = gap === null ? undefined : parseJson(argument.slice(gap.index));
			if (pathKeys(path) === null || value === undefined) {
				return refused('Usage: /set [path json], as in /set speed "fast". Text needs double quotes.');
			}

			context.settings.update(state =>
				plainSettings({...state, set: withField(state.set ?? [], {path, value})}),
			);
			const words = [`${path} is ${JSON.stringify(value)} from now on.`, fieldNote([{path, value}])];
			return said(withRefusal(words.filter(part => part !== null).join(' '), context));
		},
	},
	{
		name: 'unset',
		argument: '[path]',
		summary: 'remove a field that was set',
		present: ({settings: {state}}) => setWords(state.set),
		choices: ({settings: {state}}) =>
			choices((state.set ?? []).map(({path, value}) => ({label: path, description: JSON.stringify(value)}))),
		run(argument, context) {
			const {set = []} = context.settings.state;
			const rest = withoutField(set, argument);
			if (rest.length === set.length) {
				return refused(`Nothing is set at ${argument}. ${setWords(set)}`);
			}

			context.settings.update(state => ({...state, set: rest.length === 0 ? undefined : rest}));
			return said(withRefusal(`${argument} is left out from now on.`, context));
		},
	},
	{
		name: 'beta',
		argument: '[name | off]',
		summary: 'turn a beta on by its name in the anthropic-beta header',
		present: ({settings: {state}}) => betaWords(state.betas),
		run(argument, {settings}) {
			if (argument === 'off') {
				settings.update(state => ({...state, betas: undefined}));
				return said('All betas are off now.');
			}

			if (!/^[\w.-]+$/.test(argument)) {
				return refused('Usage: /beta [name | off], as in /beta context-management-2025-06-27.');
			}

			settings.update(state => ({...state, betas: [...new Set([...(state.betas ?? []), argument])]}));
			return said(betaWords(settings.state.betas));
		},
	},
];

function setWords(set: readonly SetField[] = []): string {
	return set.length === 0
		? 'No field is set.'
		: `Set: ${set.map(({path, value}) => `${path} ${JSON.stringify(value)}`).join(' · ')}.`;
}

function betaWords(betas: readonly string[] = []): string {
	return betas.length === 0 ? 'No beta is on.' : `Betas: ${betas.join(', ')}.`;
}
