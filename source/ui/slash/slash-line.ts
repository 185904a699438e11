import type {Prompt} from '../../analysis/prompt.js';
import {currentApiVersion, olderApiVersion, samplingFields} from '../../messages/request/check-request.js';
import {nearestName} from '../../text/nearest-name.js';
import {keepSetting} from './config-command.js';
import type {SlashCommand} from './slash-command.js';
import {findCommand, slashCommands} from './slash-commands.js';
import type {SlashContext} from './slash-context.js';
import {refused, type SlashReply, said} from './slash-reply.js';

/** Whether the typed text is a command. Two slashes send a text that begins with one. */
export function isSlashLine(text: string): boolean {
	return /^\/(?!\/)/.test(text);
}

/** Whether a text begins with a command that exists. A path begins with a slash too. */
export function isCommandLine(text: string): boolean {
	return isSlashLine(text) && findCommand(slashParts(text).name) !== undefined;
}

/** What to send for input that is not a command. */
export function promptToSend(prompt: Prompt): Prompt {
	if (typeof prompt === 'string') {
		return textToSend(prompt);
	}

	const [first = '', ...rest] = prompt;
	return typeof first === 'string' ? [textToSend(first), ...rest] : prompt;
}

function textToSend(text: string): string {
	return text.startsWith('//') ? text.slice(1) : text;
}

/** A line split into the name of a command and its argument. `argumentStart` is −1 while the name is still being typed. */
export type SlashParts = {readonly name: string; readonly argument: string; readonly argumentStart: number};

export function slashParts(line: string): SlashParts {
	const gap = /\s+/.exec(line);
	return gap === null
		? {name: line.slice(1), argument: '', argumentStart: -1}
		: {
				name: line.slice(1, gap.index),
				argument: line.slice(gap.index + gap[0].length),
				argumentStart: gap.index + gap[0].length,
			};
}

/** Runs a line that begins with a slash. */
export function runSlashLine(line: string, context: SlashContext): SlashReply | Promise<SlashReply> {
	const {name, argument: typed} = slashParts(line);
	const argument = typed.trim();
	const command = findCommand(name);
	if (command === undefined) {
		return refused(unknownCommand(name));
	}

	const [, setting] = command.kept === undefined ? [] : (/^(|.*\s)save$/s.exec(argument) ?? []);
	if (command.kept !== undefined && setting !== undefined) {
		return saveSetting(command, command.kept, setting.trim(), context);
	}

	if (argument === '' && command.present !== undefined) {
		return said(`${sentence(command.present(context))} Usage: /${name} ${command.argument}`);
	}

	return argument !== '' && command.argument === ''
		? refused(`/${name} takes no argument.`)
		: offeredToKeep(command, argument, context);
}

/** Runs a command and says how the settings that it changed are kept, unless it keeps them itself. */
function offeredToKeep(
	{run, keepsItself}: SlashCommand,
	argument: string,
	context: SlashContext,
): SlashReply | Promise<SlashReply> {
	const before = context.config.values();
	const offered = (reply: SlashReply): SlashReply => {
		const changes = [...context.config.values()]
			.map(([setting, value]) => ({setting, before: before.get(setting), value}))
			.filter(change => !isSameField(change.before, change.value));
		const hint = changes.length === 0 ? null : context.screen.offerToKeep(changes);
		return hint === null || reply.text === null
			? reply
			: {...reply, text: `${reply.text} ${hint} for the next start.`};
	};
	const reply = run(argument, context);
	return keepsItself ? reply : reply instanceof Promise ? reply.then(offered) : offered(reply);
}

function isSameField(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}

/** Runs a command and then keeps what it set. Without an argument, keeps what is set already. */
async function saveSetting(
	command: SlashCommand,
	{field, value}: NonNullable<SlashCommand['kept']>,
	argument: string,
	context: SlashContext,
): Promise<SlashReply> {
	const reply = argument === '' ? said(null) : await command.run(argument, context);
	return reply.isProblem ? reply : keepSetting(context, field, value(argument, context), reply);
}

function sentence(words: string): string {
	return /[.!?]$/.test(words) ? words : `${words}.`;
}

/** What the API took once, by the names that the commands would have. */
const sampling: ReadonlySet<string> = new Set(samplingFields.map(name => name.replace('_', '-')));

function unknownCommand(name: string): string {
	if (sampling.has(name.replace('_', '-'))) {
		return `The API rejects ${name} since its version ${currentApiVersion}. For a gateway that still accepts it, start with --api-version ${olderApiVersion} --set ${name.replace('-', '_')}=1.`;
	}

	const names = slashCommands.map(command => command.name);
	const nearest = nearestName(name, names);
	const hint = nearest === null ? '/help lists the commands' : `Did you mean /${nearest}`;
	return `There is no command /${name}. ${hint}${nearest === null ? '.' : '?'} // sends a text that begins with a slash.`;
}
