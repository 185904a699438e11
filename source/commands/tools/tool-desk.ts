import {spawn} from 'node:child_process';
import process from 'node:process';
import {withoutCredentials} from '../../client/client-secrets.js';
import {createSecretMask} from '../../client/secret-mask.js';
import type {LocalTool, ToolCommand} from '../../config/tool-file.js';
import {demoTools, runDemoTool} from '../../demo/run-demo-tool.js';
import {serverTools} from '../../messages/tools/server-tools.js';
import type {ToolAnswer} from '../../messages/tools/tool-call.js';
import type {ToolServices} from '../../ui/slash/chat-services.js';
import {runToolCommand} from './run-tool-command.js';

export type ToolDeskOptions = {
	readonly tools: readonly LocalTool[];
	/** Whether the demo plays its scenario with tools, and so runs them. */
	readonly isDemo: () => boolean;
	/** What must not be sent, whatever a command prints. */
	readonly secrets: () => readonly string[];
};

/** Knows the tools of a file, of the server and of the demo, and runs those that can be run here. The file's rules go first. */
export function openToolDesk({tools, isDemo, secrets}: ToolDeskOptions): ToolServices {
	const own = (name: string) => tools.find(tool => tool.name === name);
	const isOfDemo = (name: string) => own(name) === undefined && isDemo() && demoTools.includes(name);
	return {
		known: [
			...tools.map(({name, definition, command, isAlways}) => ({
				name,
				definition,
				summary:
					command === null
						? ownSummary(definition.type)
						: `runs ${words(command)}${isAlways ? ', always' : ''}`,
			})),
			...serverTools
				.filter(({name}) => own(name) === undefined)
				.map(({name, definition}) => ({name, definition, summary: 'the server runs it'})),
		],
		rule(name) {
			const tool = own(name);
			if (tool?.command) {
				return {command: words(tool.command), isAlways: tool.isAlways};
			}

			return isOfDemo(name) ? {command: 'it in the demo', isAlways: true} : null;
		},
		async run({name, input}, interrupted): Promise<ToolAnswer> {
			const tool = own(name);
			if (!tool?.command) {
				const answer = isOfDemo(name) ? runDemoTool(name) : null;
				return answer ?? {text: 'This tool has no command.', isError: true};
			}

			const {command, timeLimit} = tool;
			const {text, isError} = await runToolCommand({command, timeLimit}, input, interrupted, {
				env: withoutCredentials(process.env),
				platform: process.platform,
				spawn,
				folder: process.cwd(),
			});
			return {text: createSecretMask(secrets()).text(text), isError};
		},
	};
}

function ownSummary(type: unknown): string {
	return type === undefined || type === 'custom' ? 'answered by hand' : 'the server runs it';
}

/** A command as one line. It is only shown. */
function words(command: ToolCommand): string {
	return command.kind === 'shell'
		? command.line
		: command.argv.map(word => (/^[\w./:=@%+,-]+$/.test(word) ? word : JSON.stringify(word))).join(' ');
}
