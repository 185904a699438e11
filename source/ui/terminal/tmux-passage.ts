import type {spawn as spawnProcess} from 'node:child_process';

/** What tmux says of its own terminal: its name, and whether what this pane sends would get through to it now. */
export type TmuxPassage = {readonly terminal: string; readonly isOpen: boolean};

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether the terminal is tmux. `TMUX` alone may come from a tmux in which another terminal was started. */
export function isInTmux({TMUX, TERM = '', TERM_PROGRAM}: Environment): boolean {
	return Boolean(TMUX) && (TERM_PROGRAM === 'tmux' || /^(?:tmux|screen)/.test(TERM));
}

const format = [
	'allow-passthrough',
	'session_attached',
	'window_active',
	'window_zoomed_flag',
	'pane_active',
	'client_termtype',
]
	.map(name => `#{${name}}`)
	.join(',');

/** In milliseconds. */
const patience = 1000;

/** Asks tmux about its terminal, which may be another one each time. Resolves to `null` if it does not say. */
export function askTmux(spawn: typeof spawnProcess, env: Environment): Promise<TmuxPassage | null> {
	const pane = env.TMUX_PANE === undefined ? [] : ['-t', env.TMUX_PANE];
	return new Promise(resolve => {
		const child = spawn('tmux', ['display-message', '-p', ...pane, format], {
			env,
			stdio: ['ignore', 'pipe', 'ignore'],
			timeout: patience,
		});
		let said = '';
		child.stdout?.setEncoding('utf8').on('data', (text: string) => {
			said += text;
		});
		child.once('error', () => resolve(null));
		child.once('close', code => resolve(code === 0 ? readPassage(said) : null));
	});
}

/**
 * Reads what tmux said. With `on`, in 3.3 `1`, it passes on only what comes from a pane that can be seen. Before, there was no such option, and
 * it did so.
 * @internal
 */
export function readPassage(said: string): TmuxPassage {
	const [allowed = '', attached = '', isCurrent, isZoomed, isActive, ...name] = said.trim().split(',');
	const isVisible = isCurrent === '1' && (isZoomed !== '1' || isActive === '1');
	return {
		terminal: name.join(','),
		isOpen: Number(attached) > 0 && (allowed === 'all' || (isVisible && ['on', '1', ''].includes(allowed))),
	};
}
