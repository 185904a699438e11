import {constants} from 'node:os';
import process from 'node:process';
import {spawn} from '@lydell/node-pty';

/** How a program ended: its exit code, or the signal that ended it. */
export type Exit = {readonly code: number | null; readonly signal: NodeJS.Signals | null};

/** A program in a pseudoterminal. Output is delivered as the raw bytes of each read. */
export type PtyProcess = {
	readonly pid: number;
	readonly write: (data: string) => void;
	readonly resize: (columns: number, rows: number) => void;
	readonly kill: (signal: NodeJS.Signals) => void;
	/** Resolves after the last byte of output has been delivered. */
	readonly exited: Promise<Exit>;
};

type PtyOptions = {
	readonly file: string;
	readonly args: readonly string[];
	readonly columns: number;
	readonly rows: number;
	readonly cwd: string;
	readonly env: Readonly<Record<string, string>>;
	readonly onOutput: (bytes: Buffer) => void;
};

const signalName = (number: number): NodeJS.Signals | null => {
	const found = Object.entries(constants.signals).find(([, value]) => value === number);
	return found ? (found[0] as NodeJS.Signals) : null;
};

export const startInPty = (options: PtyOptions): PtyProcess => {
	const pty = spawn(options.file, [...options.args], {
		name: options.env.TERM ?? 'xterm-256color',
		cols: options.columns,
		rows: options.rows,
		cwd: options.cwd,
		env: {...options.env},
		encoding: null,
	});
	// The package's types only have strings, but without an encoding it delivers bytes.
	pty.onData(data => options.onOutput(data as unknown as Buffer));
	let ended = false;
	const exited = new Promise<Exit>(resolve => {
		pty.onExit(({exitCode, signal}) => {
			ended = true;
			const name = signal ? signalName(signal) : null;
			resolve({code: name ? null : exitCode, signal: name});
		});
	});

	return {
		pid: pty.pid,
		write: data => pty.write(data),
		resize: (columns, rows) => pty.resize(columns, rows),
		kill(signal) {
			try {
				if (!ended) {
					process.kill(pty.pid, signal);
				}
			} catch (error) {
				// It may have ended already, before its end was told.
				if (!isNoProcess(error)) {
					throw error;
				}
			}
		},
		exited,
	};
};

function isNoProcess(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === 'ESRCH';
}
