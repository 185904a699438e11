import type {spawn as spawnProcess} from 'node:child_process';

export type TerminalGuard = {
	/** Says that the program gives the terminal back itself. */
	readonly release: () => void;
};

type GuardOptions = {
	readonly hasAlternateScreen: boolean;
	/** Whether the title of the terminal's window is another one while the screen is shown. */
	readonly hasTitle: boolean;
	/** Whether mode 2027 was switched on. */
	readonly hasSwitchedGraphemes: boolean;
	readonly spawn: typeof spawnProcess;
	readonly platform: NodeJS.Platform;
	/** Where `sh` and `stty` are looked for. */
	readonly path: string | undefined;
};

/**
 * Waits for the word of a program that gives the terminal back itself. Without it the program was killed, or aborted for want of memory, and
 * had no moment to do anything. The signals of the terminal mean the program, not its guard; TTOU would stop a guard that is no longer in
 * the foreground. `stty` undoes what libuv's raw mode does.
 *
 * @see https://github.com/libuv/libuv/blob/v1.x/src/unix/tty.c `uv_tty_set_mode`
 */
const script = `trap '' INT QUIT TERM HUP TSTP TTOU
read -r word
[ "$word" = released ] && exit
printf "$1"
printf 'streamscope was ended from outside, or for want of memory.\\r\\n'
stty brkint icrnl ixon echo icanon iexten isig <&3`;

/** The kitty keyboard protocol belongs to the screen, so it ends before the screen changes. */
const ordinaryModes = String.raw`\033[?2026l\033[<u\033[?2004l\033[?1004l\033[?1000l\033[?1002l\033[?1003l\033[?1006l\033[?1007r\033[?7h\033[0m\033[?25h`;
const graphemesOff = String.raw`\033[?2027l`;
const normalScreen = String.raw`\033[?1049l`;
const titleBefore = String.raw`\033[23;2t`;

/** Starts a small process that gives the terminal back where this one ends without doing so. Where there is no `sh`, nothing does. */
export function guardTerminal({
	hasAlternateScreen,
	hasTitle,
	hasSwitchedGraphemes,
	spawn,
	platform,
	path,
}: GuardOptions): TerminalGuard {
	if (platform === 'win32') {
		return {release() {}};
	}

	const reset = [
		hasSwitchedGraphemes ? graphemesOff : '',
		ordinaryModes,
		hasTitle ? titleBefore : '',
		hasAlternateScreen ? normalScreen : '',
	].join('');
	const guard = spawn('sh', ['-c', script, 'sh', reset], {
		env: path === undefined ? {} : {PATH: path},
		stdio: ['pipe', 'inherit', 'ignore', 0],
	});
	const {stdin} = guard;
	guard.on('error', () => {});
	stdin?.on('error', () => {});
	guard.unref();
	return {
		release() {
			stdin?.end('released\n');
		},
	};
}
