import {withField, withoutField} from '../../messages/request/body-path.js';
import type {ChatSettings} from '../../messages/request/chat-settings.js';
import {isObject, type JsonObject, stringAt} from '../../wire/json.js';
import {choices, type SlashCommand} from './slash-command.js';
import {refused, said} from './slash-reply.js';
import {withRefusal} from './with-refusal.js';

/**
 * The request's own `cache_control` puts a breakpoint on the last block of each request, so it moves on with the conversation:
 * https://platform.claude.com/docs/en/build-with-claude/prompt-caching, "Automatic caching"
 */
const path = 'cache_control';

const values: ReadonlyMap<string, JsonObject | null> = new Map([
	['on', {type: 'ephemeral'}],
	['1h', {type: 'ephemeral', ttl: '1h'}],
	['off', null],
]);

/** Turns the prompt cache on and off. */
export const cacheCommand: SlashCommand = {
	name: 'cache',
	argument: '[on | 1h | off]',
	summary: 'cache the conversation up to its last turn',
	present: ({settings: {state}}) => cacheWords(state),
	choices: ({settings: {state}}) =>
		choices(
			[
				{label: 'on', description: 'for five minutes after each use'},
				{label: '1h', description: 'for an hour; writing costs more'},
				{label: 'off', description: 'no request asks for the cache'},
			],
			chosen(state),
		),
	run(argument, context) {
		const value = values.get(argument);
		if (value === undefined) {
			return refused('Usage: /cache [on | 1h | off]');
		}

		context.settings.update(state => {
			const {set = []} = state;
			const next = value === null ? withoutField(set, path) : withField(set, {path, value});
			return {...state, set: next.length === 0 ? undefined : next};
		});
		return said(withRefusal(cacheWords(context.settings.state), context));
	},
};

function chosen({set = []}: ChatSettings): string {
	const value = set.find(field => field.path === path)?.value;
	return !isObject(value) ? 'off' : stringAt(value, 'ttl') === '1h' ? '1h' : 'on';
}

function cacheWords(settings: ChatSettings): string {
	switch (chosen(settings)) {
		case 'on': {
			return 'Each request caches the conversation for five minutes. The Usage tab shows what was read and written.';
		}

		case '1h': {
			return 'Each request caches the conversation for an hour. The Usage tab shows what was read and written.';
		}

		default: {
			return 'No request asks for the cache.';
		}
	}
}
