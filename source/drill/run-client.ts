import {type ChildProcess, spawn} from 'node:child_process';
import {performance} from 'node:perf_hooks';
import type {ProcessEnd} from './observation.js';

/** The most that is kept of stdout and of stderr, in characters. A client in a loop must not fill the memory. */
const maxOutput = 1_000_000;

export type ClientCommand = {
	readonly file: string;
	/** `{prompt}` in an argument stands for the prompt. Without it, the prompt is written to stdin. */
	readonly args: readonly string[];
	readonly env: Readonly<Record<string, string | undefined>>;
};

export type ClientRun = {
	readonly end: ProcessEnd;
	readonly duration: number;
	readonly stdout: string;
	readonly stderr: string;
};

export type RunOptions = {
	readonly prompt: string;
	/** In milliseconds. When it has passed, the client and the processes that it started are killed. */
	readonly limit: number;
	readonly signal: AbortSignal;
};

/** Runs the client once. Rejects if the command cannot be started, or if `signal` is aborted. */
export function runClient(command: ClientCommand, {prompt, limit, signal}: RunOptions): Promise<ClientRun> {
	const takesPrompt = command.args.some(arg => arg.includes('{prompt}'));
	const args = command.args.map(arg => arg.replaceAll('{prompt}', prompt));
	const started = performance.now();
	// A group of its own, so that what the client has started ends with it.
	const child = spawn(command.file, args, {env: command.env, detached: true, stdio: 'pipe'});
	const stdout = collect(child.stdout);
	const stderr = collect(child.stderr);
	// A client that does not read its stdin closes it.
	child.stdin.on('error', () => {});
	child.stdin.end(takesPrompt ? '' : `${prompt}\n`);

	return new Promise((resolve, reject) => {
		let isOvertime = false;
		const timer = setTimeout(() => {
			isOvertime = true;
			killGroup(child);
		}, limit);
		const abort = () => killGroup(child);
		signal.addEventListener('abort', abort, {once: true});
		const settle = () => {
			clearTimeout(timer);
			signal.removeEventListener('abort', abort);
		};
		child.once('error', error => {
			settle();
			reject(error);
		});
		child.once('close', (code, name) => {
			settle();
			if (signal.aborted) {
				reject(signal.reason);
				return;
			}

			const end: ProcessEnd = isOvertime
				? {kind: 'overtime', limit}
				: name === null
					? {kind: 'exit', code: code ?? 0}
					: {kind: 'signal', signal: name};
			resolve({end, duration: performance.now() - started, stdout: stdout(), stderr: stderr()});
		});
	});
}

function collect(stream: NodeJS.ReadableStream): () => string {
	let text = '';
	stream.setEncoding('utf8');
	stream.on('data', (piece: string) => {
		text = (text + piece).slice(0, maxOutput);
	});
	return () => text;
}

function killGroup({pid}: ChildProcess): void {
	try {
		if (pid !== undefined) {
			process.kill(-pid, 'SIGKILL');
		}
	} catch {
		// It has ended already.
	}
}
