import {spawn} from 'node:child_process';
import {once} from 'node:events';
import process from 'node:process';
import {text} from 'node:stream/consumers';
import {cleanEnvironment, type Environment} from './clean-environment.js';
import {temporaryFolder} from './temporary-folder.js';
import {builtProgram} from './terminal.js';

type RunOptions = {
	/** The standard input, which then ends. */
	readonly input?: string | Uint8Array;
	readonly env?: Environment;
	readonly home?: string;
	readonly cwd?: string;
};

export type ProgramResult = {
	readonly code: number | null;
	readonly signal: NodeJS.Signals | null;
	readonly stdout: string;
	readonly stderr: string;
};

/** Starts the built program with pipes. */
export function startProgram(args: readonly string[], options: RunOptions = {}) {
	return start(process.execPath, [builtProgram, ...args], options);
}

/** Runs the built program with pipes to its end. */
export async function runProgram(args: readonly string[], options: RunOptions = {}): Promise<ProgramResult> {
	using home = temporaryFolder();
	return resultOf(startProgram(args, {home: home.path, ...options}));
}

/** Runs a shell script in which `streamscope` is the built program. */
export async function runShell(script: string, options: RunOptions = {}): Promise<ProgramResult> {
	using home = temporaryFolder();
	const prologue = `streamscope() { "${process.execPath}" "${builtProgram}" "$@"; }`;
	return resultOf(start('/bin/sh', ['-c', `${prologue}\n${script}`], {home: home.path, ...options}));
}

function start(file: string, args: readonly string[], options: RunOptions) {
	const {input = '', env = {}, home = '/nonexistent', cwd} = options;
	const child = spawn(file, args, {
		env: cleanEnvironment(home, env),
		...(cwd === undefined ? {} : {cwd}),
		stdio: ['pipe', 'pipe', 'pipe'],
	});
	// A program that does not read all of its input closes it.
	child.stdin.on('error', () => {});
	child.stdin.end(input);
	return child;
}

async function resultOf(child: ReturnType<typeof start>): Promise<ProgramResult> {
	const [stdout, stderr, [code, signal]] = await Promise.all([
		text(child.stdout),
		text(child.stderr),
		once(child, 'close'),
	]);
	return {code, signal, stdout, stderr};
}
