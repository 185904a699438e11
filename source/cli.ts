import module from 'node:module';
import process from 'node:process';
import type {CommandEntry} from './commands/command-module.js';
import {oldNodeMessage} from './commands/node-version.js';

/** Every command, the one that runs without a name first. */
const commands: readonly [CommandEntry, ...CommandEntry[]] = [
	{
		name: 'chat',
		summary: 'a full-screen terminal chat for Claude that shows its stream',
		load: () => import('./commands/chat/chat-command.js'),
	},
	{
		name: 'ask',
		summary: 'one question and its answer, without the screen',
		load: () => import('./commands/ask/ask-command.js'),
	},
	{
		name: 'compare',
		summary: 'compare streaming with one whole answer: how long each one waits',
		load: () => import('./commands/compare/compare-command.js'),
	},
	{
		name: 'inspect',
		summary: 'report on recorded or captured streams: valid or not, how fast, at what cost',
		load: () => import('./commands/inspect/inspect-command.js'),
	},
	{
		name: 'replay',
		summary: 'play a recorded or captured stream: pause, step either way, speed, seek',
		load: () => import('./commands/replay/replay-command.js'),
	},
	{
		name: 'follow',
		summary: 'the same screen over a stream or a recording that is still growing',
		load: () => import('./commands/follow/follow-command.js'),
	},
	{
		name: 'tap',
		summary: 'a local proxy that shows the stream of any other client, and changes nothing of it',
		load: () => import('./commands/tap/tap-command.js'),
	},
	{
		name: 'serve',
		summary: 'serve the demo as an API, to any SDK and to a whole room, with faults on request',
		load: () => import('./commands/serve/serve-command.js'),
	},
	{
		name: 'drill',
		summary: 'run a client through broken streams, and say what it did',
		load: () => import('./commands/drill/drill-command.js'),
	},
	{
		name: 'probe',
		summary: 'find out whether a proxy on the way to serve holds streams back',
		load: () => import('./commands/probe/probe-command.js'),
	},
	{
		name: 'sessions',
		summary: 'list, rename, delete and export saved sessions',
		load: () => import('./commands/sessions/sessions-command.js'),
	},
	{
		name: 'config',
		summary: 'show what every option holds, and where it comes from',
		load: () => import('./commands/config/config-command.js'),
	},
	{
		name: 'completion',
		summary: 'print the script that lets bash, zsh or fish complete commands and options',
		async load() {
			const {completionCommand} = await import('./commands/completion/completion-command.js');
			return {command: completionCommand(commands)};
		},
	},
];

const oldNode = oldNodeMessage(process.versions.node);
if (oldNode === null) {
	// Everything else needs a newer Node, so it is loaded only here.
	const {compileCacheFolder} = await import('./commands/compile-cache-folder.js');
	const folder = compileCacheFolder();
	if (folder !== null) {
		// Makes the next start a fifth faster. Node's default, a folder in the directory for temporary files, could belong to another user.
		// Deno has no such cache.
		module.enableCompileCache?.(folder);
	}

	// The SDK prints warnings about deprecated models, which would overwrite the screen. The program shows them itself.
	console.warn = () => {};
	const {runCommandLine} = await import('./commands/run-command-line.js');
	process.exitCode = await runCommandLine(process.argv.slice(2), commands, process);
} else {
	process.stderr.write(`${oldNode}\n`);
	process.exitCode = 1;
}
