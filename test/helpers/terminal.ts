import {existsSync, mkdtempSync} from 'node:fs';
import {rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {cleanEnvironment, type Environment} from './clean-environment.js';
import {keySequence} from './key-sequence.js';
import {type Exit, type PtyProcess, startInPty} from './pty-process.js';
import {createScreenWaits, type ScreenWaits} from './screen-waits.js';
import {createTerminalScreen, type TerminalScreen} from './terminal-screen.js';

/** The program as built by `npm run build`. */
export const builtProgram = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

type TerminalOptions = {
	/** The executable. By default, this Node runs the built program. */
	readonly file?: string;
	readonly args?: readonly string[];
	readonly columns?: number;
	readonly rows?: number;
	/** Added to the clean environment. `undefined` removes a variable. */
	readonly env?: Environment;
	readonly cwd?: string;
	/** The child's home folder. By default a new one, which is removed on close. */
	readonly home?: string;
	/** Whether the terminal knows the kitty keyboard protocol, so that Shift+Enter differs from Enter. */
	readonly kittyKeyboard?: boolean;
	/** Changes what the terminal answers to a query. */
	readonly changeReply?: (reply: string) => string;
};

/** A program in a real pseudoterminal, and the terminal that shows its output. Rows and columns count from 0. */
export type Terminal = AsyncDisposable &
	Pick<ScreenWaits, 'waitFor' | 'settled'> & {
		readonly pid: number;
		/** The child's home folder. The program's own data is in `streamscope` below it. */
		readonly home: string;
		/** The visible rows, without trailing blanks. */
		readonly screen: () => string[];
		/** The visible rows as one string. */
		readonly text: () => string;
		/** Every row of the active screen, including those scrolled out of view. */
		readonly scrollback: TerminalScreen['scrollback'];
		readonly cell: TerminalScreen['cell'];
		readonly cells: TerminalScreen['cells'];
		readonly glyphs: TerminalScreen['glyphs'];
		readonly cursor: TerminalScreen['cursor'];
		readonly isAlternateScreen: () => boolean;
		/** For comparison with `initialTerminalModes`. */
		readonly modes: TerminalScreen['modes'];
		readonly title: TerminalScreen['title'];
		/** The operating system commands (titles, clipboard, links, …) that reached the terminal, in order. */
		readonly osc: TerminalScreen['osc'];
		readonly bells: TerminalScreen['bells'];
		/** Shows what another process writes to the terminal. */
		readonly feed: TerminalScreen['feed'];
		/** Bytes written by the program so far. */
		readonly bytes: () => number;
		/** The program's output so far, byte for byte. */
		readonly raw: () => string;
		readonly write: (data: string) => void;
		/** Sends keys by name: `a`, `enter`, `shift+tab`, `ctrl+c`, `alt+left`, `f1`. Each is a separate write. */
		readonly press: (...keys: readonly string[]) => void;
		/** Sends text like a terminal's paste: line endings as CR, between markers if the program asked for them. */
		readonly paste: (text: string) => void;
		readonly resize: (columns: number, rows: number) => void;
		readonly kill: (signal?: NodeJS.Signals) => void;
		/** Resolves after the last output has been parsed. */
		readonly exited: Promise<Exit>;
		/** Ends the program if it is still running, and removes its home folder. */
		readonly close: () => Promise<void>;
	};

const requireBuiltProgram = (): string => {
	if (!existsSync(builtProgram)) {
		throw new Error('dist/cli.js is missing: run `npm run build` first');
	}

	return builtProgram;
};

const describeExit = ({code, signal}: Exit): string =>
	`the program ended first, with ${signal ? `signal ${signal}` : `code ${code}`}`;

const createInput = (
	pty: PtyProcess,
	screen: TerminalScreen,
): Pick<Terminal, 'write' | 'press' | 'paste' | 'resize' | 'kill'> => ({
	write: pty.write,
	press(...keys) {
		for (const key of keys) {
			pty.write(keySequence(key, screen.modes()));
		}
	},
	paste(text) {
		const body = text.replaceAll(/\r?\n/g, '\r');
		pty.write(screen.modes().bracketedPaste ? `\u001B[200~${body}\u001B[201~` : body);
	},
	resize(columns, rows) {
		screen.resize(columns, rows);
		pty.resize(columns, rows);
	},
	kill: (signal = 'SIGTERM') => pty.kill(signal),
});

export const openTerminal = (options: TerminalOptions = {}): Terminal => {
	const {columns = 120, rows = 40, args = [], cwd = process.cwd()} = options;
	const home = options.home ?? mkdtempSync(path.join(tmpdir(), 'streamscope-home-'));
	const chunks: Buffer[] = [];
	const screen = createTerminalScreen({
		columns,
		rows,
		kittyKeyboard: options.kittyKeyboard ?? false,
		reply: data => pty.write(options.changeReply?.(data) ?? data),
	});
	const waits = createScreenWaits(screen);
	const pty = startInPty({
		file: options.file ?? process.execPath,
		args: options.file ? args : [requireBuiltProgram(), ...args],
		columns,
		rows,
		cwd,
		env: cleanEnvironment(home, options.env),
		async onOutput(bytes) {
			chunks.push(bytes);
			await screen.feed(bytes);
			waits.check();
		},
	});
	const exited = pty.exited.then(async exit => {
		await screen.feed('');
		waits.end(describeExit(exit));
		return exit;
	});

	const close = async (): Promise<void> => {
		pty.kill('SIGKILL');
		await exited;
		screen.dispose();
		if (!options.home) {
			await rm(home, {recursive: true, force: true, maxRetries: 5});
		}
	};

	return {
		...screen,
		pid: pty.pid,
		home,
		screen: screen.rows,
		text: () => screen.rows().join('\n'),
		isAlternateScreen: () => screen.modes().alternateScreen,
		bytes: () => chunks.reduce((sum, chunk) => sum + chunk.length, 0),
		raw: () => Buffer.concat(chunks).toString(),
		...createInput(pty, screen),
		waitFor: waits.waitFor,
		settled: waits.settled,
		exited,
		close,
		[Symbol.asyncDispose]: close,
	};
};
