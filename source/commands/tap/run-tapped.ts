import {spawn} from 'node:child_process';
import {constants} from 'node:os';
import type {TapVariable} from './tap-variables.js';

/** The signals that are passed on. What the terminal sends, such as Ctrl+C, reaches the command by itself. */
const passed = ['SIGTERM', 'SIGHUP'] as const;
const shared = ['SIGINT', 'SIGQUIT'] as const;

/**
 * Runs a command with the terminal, its standard input, output and errors left to it, and resolves to its exit code: 128 and the number of the
 * signal, as a shell says it, if a signal ended it. Rejects if it cannot be started.
 */
export async function runTapped(
	[file = '', ...args]: readonly string[],
	variables: readonly TapVariable[],
	process: NodeJS.Process,
): Promise<number> {
	const added = Object.fromEntries(variables.map(({name, value}) => [name, value]));
	const child = spawn(file, args, {stdio: 'inherit', env: {...process.env, ...added}});
	const ignore = () => {};
	const pass = (signal: NodeJS.Signals) => child.kill(signal);
	for (const signal of shared) {
		process.on(signal, ignore);
	}

	for (const signal of passed) {
		process.on(signal, pass);
	}

	try {
		return await new Promise<number>((resolve, reject) => {
			child.once('error', reject);
			child.once('exit', (code, signal) =>
				resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])),
			);
		});
	} finally {
		for (const signal of shared) {
			process.off(signal, ignore);
		}

		for (const signal of passed) {
			process.off(signal, pass);
		}
	}
}
