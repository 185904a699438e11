import type {SpawnOptions, spawn} from 'node:child_process';
import process from 'node:process';
import {setTimeout as after} from 'node:timers/promises';
import type {LocalTool, ToolCommand} from '../../config/tool-file.js';
import type {ToolAnswer} from '../../messages/tools/tool-call.js';
import {describeFailure} from '../../text/describe-failure.js';
import {type Json, printJson} from '../../wire/json.js';
import {createCappedOutput} from './capped-output.js';

/** What running a command needs. */
export type CommandEffects = {
	/** The variables that the command gets. */
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly platform: NodeJS.Platform;
	readonly spawn: typeof spawn;
	/** The folder in which it runs. */
	readonly folder: string;
};

type Child = ReturnType<typeof spawn>;

/** In milliseconds: how long a command that was asked to end has for it. */
const grace = 500;

/**
 * Runs the command of a tool: it reads the input as JSON from its standard input, and what it prints is the answer. Any exit code but 0 makes
 * the answer an error, and so do the time limit and a program that cannot be started. Nothing of the call reaches a command line. Does not
 * reject. An interrupted command is ended with everything that it started.
 */
export async function runToolCommand(
	{command, timeLimit}: Pick<LocalTool, 'timeLimit'> & {readonly command: ToolCommand},
	input: Json,
	interrupted: AbortSignal,
	effects: CommandEffects,
): Promise<ToolAnswer> {
	const limit = AbortSignal.timeout(timeLimit * 1000);
	const stop = AbortSignal.any([interrupted, limit]);
	const output = createCappedOutput();
	const errors = createCappedOutput();
	try {
		const child = start(command, effects);
		child.stdout?.on('data', output.add);
		child.stderr?.on('data', errors.add);
		// A command need not read its input.
		child.stdin?.on('error', () => {});
		child.stdin?.end(printJson(input));
		const ended = ending(child);
		const end = () => void endGroup(child, ended, effects.platform);
		stop.addEventListener('abort', end, {once: true});
		if (stop.aborted) {
			end();
		}

		const how = await ended;
		stop.removeEventListener('abort', end);
		return answerOf(limit.aborted ? `it took longer than ${timeLimit} s` : how, output.text(), errors.text());
	} catch (error) {
		return notStarted(error);
	}
}

function start(command: ToolCommand, {env, platform, spawn, folder}: CommandEffects): Child {
	const isWindows = platform === 'win32';
	// A group of its own, so that it can be ended with what it started. It has no terminal to write to.
	const options: SpawnOptions = {env, cwd: folder, stdio: 'pipe', detached: !isWindows, windowsHide: true};
	if (command.kind === 'program') {
		const [program = '', ...rest] = command.argv;
		return spawn(program, rest, options);
	}

	return isWindows
		? spawn(command.line, {...options, shell: true})
		: spawn('/bin/sh', ['-c', command.line], options);
}

/** Resolves to why the command failed, or to `null`, when it has ended and its output is closed. */
function ending(child: Child): Promise<string | null> {
	const {promise, resolve, reject} = Promise.withResolvers<string | null>();
	child.once('error', reject);
	child.once('close', (code, signal) =>
		resolve(code === 0 ? null : signal === null ? `exit code ${code}` : `ended by ${signal}`),
	);
	return promise;
}

async function endGroup(child: Child, ended: Promise<unknown>, platform: NodeJS.Platform): Promise<void> {
	signalGroup(child, 'SIGTERM', platform);
	await Promise.race([ended, after(grace, undefined, {ref: false})]).catch(() => {});
	// Also those that outlive the command and hold its output.
	signalGroup(child, 'SIGKILL', platform);
	child.stdout?.destroy();
	child.stderr?.destroy();
}

function signalGroup(child: Child, signal: NodeJS.Signals, platform: NodeJS.Platform): void {
	try {
		if (platform === 'win32' || child.pid === undefined) {
			child.kill(signal);
		} else {
			process.kill(-child.pid, signal);
		}
	} catch {
		// It has ended.
	}
}

/** What the command printed; after a failure also its messages and why. */
function answerOf(failure: string | null, output: string, errors: string): ToolAnswer {
	if (failure === null) {
		return {text: output === '' ? '(no output)' : output, isError: false};
	}

	const parts = [output, errors, `The command failed: ${failure}.`];
	return {text: parts.filter(part => part !== '').join('\n'), isError: true};
}

function notStarted(error: unknown): ToolAnswer {
	return {text: `The command could not be started: ${describeFailure(error, 'use')}.`, isError: true};
}
