import {requestBody} from '../../messages/request/request-body.js';
import {isObject, type JsonObject, stringAt} from '../../wire/json.js';
import {settingsReply} from './settings-commands.js';
import type {SlashCommand} from './slash-command.js';
import type {CallControl, KnownTool, SlashContext} from './slash-context.js';
import {refused, type SlashReply, said} from './slash-reply.js';

/** Commands about tools: which the model may call, and the answers to its calls. */
export const toolCommands: readonly SlashCommand[] = [
	{
		name: 'tools',
		argument: '[name … | -name … | off]',
		summary: 'the tools that the model may call; a hyphen switches one off',
		present: context => toolWords(context),
		choices(context, argument) {
			const on = toolsOf(context).map(nameOf);
			const from = argument.search(/\S*$/);
			const items = argument.startsWith('-', from)
				? on.map(name => ({label: `-${name}`, description: 'switch it off'}))
				: context.tools.map(({name, summary}) => ({
						label: name,
						description: on.includes(name) ? `on · ${summary}` : summary,
					}));
			return {items, present: null, note: null, from};
		},
		run: switchTools,
	},
	{
		name: 'result',
		argument: '[text]',
		summary: 'the result of the tool call that waits',
		run: (text, {calls}) =>
			text === ''
				? refused('Usage: /result [text], as in /result {"celsius": 21}.')
				: answerCall(calls, {text, isError: false}),
	},
	{
		name: 'fail',
		argument: '[reason]',
		summary: 'an error as the result of the tool call that waits',
		run: (text, {calls}) => answerCall(calls, {text, isError: true}),
	},
	{
		name: 'run',
		argument: '[yes]',
		summary: 'run the command of the tool call that waits',
		run: runCall,
	},
	{
		name: 'continue',
		argument: '',
		summary: 'continue a turn that the server paused',
		run(_, {calls}) {
			if (calls.open() !== 'paused') {
				return refused('No turn is paused.');
			}

			calls.carryOn();
			return said(null);
		},
	},
];

/** How much of a name a reply shows, in UTF-16 units: a model may make one of any length. */
const shownName = 40;

function switchTools(argument: string, context: SlashContext): SlashReply {
	const words = argument.split(/\s+/);
	if (argument === 'off') {
		return settingsReply(context, {tools: undefined}, 'All tools are off.');
	}

	const names = words.map(word => word.replace(/^-/, ''));
	const before = toolsOf(context);
	const unknown = names.find(
		name => !context.tools.some(tool => tool.name === name) && !before.some(tool => nameOf(tool) === name),
	);
	if (unknown !== undefined) {
		return refused(`There is no tool ${unknown}. ${knownWords(context.tools)}`);
	}

	const kept = before.filter(tool => !names.includes(nameOf(tool)));
	const added = words
		.filter(word => !word.startsWith('-'))
		.flatMap(name => definitionOf(name, before, context));
	const tools = [...kept, ...added];
	return settingsReply(
		context,
		{tools: tools.length === 0 ? undefined : tools},
		tools.length === 0 ? 'All tools are off.' : `On from now on: ${tools.map(nameOf).join(', ')}.`,
	);
}

/** A tool that is on already keeps its definition, which may have been set by hand. */
function definitionOf(
	name: string,
	before: readonly JsonObject[],
	{tools}: SlashContext,
): readonly JsonObject[] {
	const definition =
		before.find(tool => nameOf(tool) === name) ?? tools.find(tool => tool.name === name)?.definition;
	return definition === undefined ? [] : [definition];
}

function answerCall(calls: CallControl, answer: Parameters<CallControl['answer']>[0]): SlashReply {
	const open = calls.open();
	if (open === null || open === 'paused') {
		return refused('No tool call waits for an answer.');
	}

	calls.answer(answer);
	const next = calls.open();
	return said(next === null || next === 'paused' ? null : `${next.name.slice(0, shownName)} waits next.`);
}

function runCall(argument: string, {calls}: SlashContext): SlashReply {
	const open = calls.open();
	if (open === null || open === 'paused') {
		return refused('No tool call waits for an answer.');
	}

	const {command} = open;
	const name = open.name.slice(0, shownName);
	if (command === null) {
		return refused(`${name} has no command. /result writes its result.`);
	}

	if (argument !== 'yes') {
		return said(`The command of ${name}: ${command}. /run yes runs it.`);
	}

	calls.run();
	return said(null);
}

/** The tools of the next request. */
function toolsOf({settings: {state}}: SlashContext): readonly JsonObject[] {
	const {tools} = requestBody(state, []).body;
	return Array.isArray(tools) ? tools.filter(isObject) : [];
}

function toolWords(context: SlashContext): string {
	const on = toolsOf(context).map(nameOf);
	const off = context.tools.map(({name}) => name).filter(name => !on.includes(name));
	return [
		on.length === 0 ? 'No tools are on.' : `On: ${on.join(', ')}.`,
		...(off.length === 0 ? [] : [`Off: ${off.join(', ')}.`]),
	].join(' ');
}

function knownWords(tools: readonly KnownTool[]): string {
	return `The tools are ${tools.map(({name}) => name).join(', ')}; a file of tools names others.`;
}

function nameOf(tool: JsonObject): string {
	return stringAt(tool, 'name') || stringAt(tool, 'mcp_server_name') || stringAt(tool, 'type');
}
