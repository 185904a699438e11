import {type ChildProcess, type ChildProcessByStdio, spawn} from 'node:child_process';
import {performance} from 'node:perf_hooks';
import type {Readable, Writable} from 'node:stream';
import type {ProcessEnd} from './observation.js';

/** The most that is kept of stdout and of stderr, in characters. A client in a loop must not fill the memory. */
const maxOutput = 1_000_000;

/** How long, in milliseconds, nothing may come from what an ended client has left running and what holds its output. */
const quiet = 1000;

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

	// Also what has left the group may hold the output, which is then never closed.
	const end = () => {
		killGroup(child);
		child.stdout.destroy();
		child.stderr.destroy();
	};

	return new Promise((resolve, reject) => {
		let isOvertime = false;
		const overtime = setTimeout(() => {
			isOvertime = true;
			end();
		}, limit);
		signal.addEventListener('abort', end, {once: true});
		if (signal.aborted) {
			end();
		}

		const settle = () => {
			clearTimeout(overtime);
			signal.removeEventListener('abort', end);
			killGroup(child);
		};
		child.once('exit', () => endWhenQuiet(child, end));
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

			const how: ProcessEnd = isOvertime
				? {kind: 'overtime', limit}
				: name === null
					? {kind: 'exit', code: code ?? 0}
					: {kind: 'signal', signal: name};
			resolve({end: how, duration: performance.now() - started, stdout: stdout(), stderr: stderr()});
		});
	});
}

/** Reads on while what an ended client has left running still prints something. */
function endWhenQuiet(child: ChildProcessByStdio<Writable, Readable, Readable>, end: () => void): void {
	const timer = setTimeout(end, quiet);
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', () => timer.refresh());
	}

	child.once('close', () => clearTimeout(timer));
}

function collect(stream: Readable): () => string {
	let text = '';
	stream.setEncoding('utf8');
	stream.on('data', (piece: string) => {
		text += piece.slice(0, maxOutput - text.length);
	});
	return () => text;
}

function killGroup(child: ChildProcess): void {
	try {
		if (child.pid !== undefined) {
			process.kill(-child.pid, 'SIGKILL');
		}
	} catch {
		// It has ended already, or the system has no groups.
		child.kill('SIGKILL');
	}
}
