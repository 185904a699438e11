import type {Prompt} from '../../analysis/prompt.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {modelChoices} from './settings-commands.js';
import {choices, type SlashCommand} from './slash-command.js';
import type {SlashContext} from './slash-context.js';
import {refused, type SlashReply, said} from './slash-reply.js';

/** Commands about the conversation: clear it, retry, edit, compare, copy. */
export const conversationCommands: readonly SlashCommand[] = [
	{
		name: 'clear',
		argument: '',
		summary: 'start a new conversation; the event log continues',
		run(_, {conversation}) {
			conversation.clear();
			return said('New conversation. The event log keeps the old one.');
		},
	},
	{
		name: 'retry',
		argument: '[model]',
		summary: 'send the last prompt again, optionally to another model',
		choices: ({models}) => modelChoices(models(), null),
		run(argument, context) {
			if (/\s/.test(argument)) {
				return refused('A model name has no spaces.');
			}

			const refusal = context.requests.refusal(argument === '' ? null : argument);
			return onLastTurn(context, () => {
				if (refusal !== null) {
					return refused(refusal);
				}

				context.conversation.retry(argument === '' ? null : argument);
				return said(null);
			});
		},
	},
	{
		name: 'edit',
		argument: '',
		summary: 'change the last prompt and send it in its place',
		run: (_, context) =>
			onLastTurn(context, prompt => {
				context.conversation.edit();
				return said(null, prompt);
			}),
	},
	{
		name: 'unqueue',
		argument: '[n]',
		summary: 'take a queued prompt back, to change or drop it',
		isChoice: true,
		choices: ({conversation}) =>
			choices(
				conversation.queued().map((prompt, index) => ({
					label: String(index + 1),
					description: sanitizeLine(prompt),
				})),
				null,
				'No prompt is queued.',
			),
		run(argument, {conversation}) {
			if (conversation.queued().length === 0) {
				return refused('No prompt is queued.');
			}

			const prompt = /^[1-9]\d*$/.test(argument) ? conversation.takeBack(Number(argument) - 1) : null;
			return prompt === null
				? refused(`Usage: /unqueue n, from 1 to ${conversation.queued().length}.`)
				: said('Enter queues it again, Ctrl+C drops it.', prompt);
		},
	},
	{
		name: 'compare',
		argument: '[prompt]',
		summary: 'ask once streaming and once not, and compare the times',
		run(argument, context) {
			const {conversation, requests} = context;
			const refusal = requests.refusal(null);
			if (refusal !== null) {
				return refused(refusal);
			}

			return argument === ''
				? onLastTurn(context, () => conversation.compare(null).then(text => said(text)))
				: conversation.compare(argument).then(text => said(text));
		},
	},
	{
		name: 'copy',
		argument: '[n]',
		summary: 'copy the last answer, or its nth code block',
		run(argument, {conversation, screen}) {
			if (argument !== '' && !/^[1-9]\d*$/.test(argument)) {
				return refused('Usage: /copy [n]. Without n, it copies the answer; with n, code block n.');
			}

			const [what, text] =
				argument === ''
					? ['answer', conversation.answer()]
					: [`code block ${argument}`, conversation.codeBlock(Number(argument))];
			return text
				? screen.copy(text).then(way => said(`Copied the ${what} (${way}).`))
				: refused(`There is no ${what} to copy.`);
		},
	},
];

/** Runs an action that needs a last turn that has ended. */
function onLastTurn<Reply extends SlashReply | Promise<SlashReply>>(
	{conversation}: SlashContext,
	act: (prompt: Prompt) => Reply,
): Reply | SlashReply {
	const prompt = conversation.lastPrompt();
	if (prompt === null) {
		return refused('Nothing has been asked in this conversation yet.');
	}

	return conversation.isAnswering() ? refused('Still answering. Esc stops it.') : act(prompt);
}
