import {mkdtempSync} from 'node:fs';
import {rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {cleanEnvironment} from '../test/helpers/clean-environment.js';
import {framedScreen} from '../test/helpers/framed-screen.js';
import {startInPty} from '../test/helpers/pty-process.js';
import {createTerminalScreen} from '../test/helpers/terminal-screen.js';
import {monotonicNow} from './monotonic-now.js';

/**
 * A program in a pseudoterminal. Its output is stored with the time of each read and parsed only afterwards, so that parsing takes no time from
 * the measured program.
 */
export type RecordedTerminal = AsyncDisposable & {
	readonly pid: number;
	readonly startedAt: number;
	readonly write: (data: string) => void;
	/** Bytes written since the start. */
	readonly bytes: () => number;
	/** Frames written since the start, each a synchronized update. */
	readonly frames: () => number;
	/** Resolves with true after `ms` without output, or with false after `limit` ms. */
	readonly quiet: (ms: number, limit: number) => Promise<boolean>;
	/** Feeds the output since the last replay to the terminal. `look` receives the rows of the screen after each read that ended a frame. */
	readonly replay: (look?: (at: number, rows: readonly string[]) => void) => Promise<readonly string[]>;
	/** The screen after the last replay, for error messages. */
	readonly picture: () => string;
	readonly exited: Promise<unknown>;
};

type RecordedOptions = {
	readonly args: readonly string[];
	readonly columns: number;
	readonly rows: number;
	readonly env: Readonly<Record<string, string>>;
};

/** The program's first question, and a terminal's reply: a dark background, and what the terminal is. Without a reply, a start waits for it. */
const question = '\u001B]11;?';
const reply = '\u001B]11;rgb:1a1a/1b1b/2626\u001B\\\u001B[?62;22c';

/** The mark of a synchronized update's end. */
const frameEnd = '\u001B[?2026l';

type Read = {readonly at: number; readonly bytes: Buffer};

/** Runs this Node with the arguments given. */
export const recordTerminal = ({args, columns, rows, env}: RecordedOptions): RecordedTerminal => {
	const home = mkdtempSync(path.join(tmpdir(), 'streamscope-bench-'));
	const screen = createTerminalScreen({columns, rows});
	let reads: Read[] = [];
	let total = 0;
	let frames = 0;
	/** The end of the last read that may begin a mark. */
	let rest = '';
	let lastAt = monotonicNow();
	const startedAt = monotonicNow();
	const pty = startInPty({
		file: process.execPath,
		args,
		columns,
		rows,
		cwd: process.cwd(),
		env: cleanEnvironment(home, env),
		onOutput(bytes) {
			lastAt = monotonicNow();
			total += bytes.length;
			const text = bytes.toString('latin1');
			if (text.includes(question)) {
				pty.write(reply);
			}

			const parts = (rest + text).split(frameEnd);
			frames += parts.length - 1;
			rest = parts.at(-1)?.slice(1 - frameEnd.length) ?? '';
			reads.push({at: lastAt, bytes});
		},
	});

	return {
		pid: pty.pid,
		startedAt,
		write: pty.write,
		bytes: () => total,
		frames: () => frames,
		async quiet(ms, limit) {
			const from = monotonicNow();
			for (;;) {
				const now = monotonicNow();
				const left = Math.max(lastAt, from) + ms - now;
				if (left <= 0 || now - from > limit) {
					return left <= 0;
				}

				await new Promise(resolve => setTimeout(resolve, left));
			}
		},
		async replay(look) {
			const played = reads;
			reads = [];
			for (const {at, bytes} of played) {
				await screen.feed(bytes);
				// During a synchronized update, a terminal keeps showing the previous frame.
				if (look && !screen.modes().synchronizedOutput) {
					look(at, screen.rows());
				}
			}

			return screen.rows();
		},
		picture: () => framedScreen(screen),
		exited: pty.exited,
		async [Symbol.asyncDispose]() {
			pty.kill('SIGKILL');
			await pty.exited;
			screen.dispose();
			await rm(home, {recursive: true, force: true, maxRetries: 5});
		},
	};
};
